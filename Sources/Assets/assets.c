#include "assets.h"

#include <string.h>

// `#embed` is of C23; older compilers of the supported range know it, and would warn.
#pragma clang diagnostic ignored "-Wc23-extensions"

#define BYTES(name) static const unsigned char name[]

BYTES(stores) = {
#embed "presets/stores.yaml"
};
BYTES(payments) = {
#embed "presets/payments.yaml"
};
BYTES(ads) = {
#embed "presets/ads.yaml"
};
BYTES(traffic) = {
#embed "presets/traffic.yaml"
};
BYTES(suppliers) = {
#embed "presets/suppliers.yaml"
};
BYTES(offers) = {
#embed "presets/offers.yaml"
};
BYTES(own_stock) = {
#embed "presets/own_stock.yaml"
};
BYTES(products) = {
#embed "presets/products.yaml"
};
BYTES(returns) = {
#embed "presets/returns.yaml"
};
BYTES(fx) = {
#embed "presets/fx.yaml"
};
BYTES(payout_accounts) = {
#embed "presets/payout_accounts.yaml"
};
BYTES(operations) = {
#embed "presets/operations.yaml"
};
BYTES(messages) = {
#embed "presets/messages.yaml"
};
BYTES(market) = {
#embed "presets/market.yaml"
};
BYTES(costs) = {
#embed "presets/costs.yaml"
};
BYTES(freight) = {
#embed "presets/freight.yaml"
};
BYTES(tariffs) = {
#embed "presets/tariffs.yaml"
};
BYTES(events) = {
#embed "presets/events.yaml"
};
BYTES(owner) = {
#embed "presets/owner.yaml"
};
BYTES(sources) = {
#embed "presets/sources.yaml"
};
BYTES(craft_tools) = {
#embed "../../scenarios/craft-tools.yaml"
};
BYTES(camping_gear) = {
#embed "../../scenarios/camping-gear.yaml"
};
BYTES(small_appliances) = {
#embed "../../scenarios/small-appliances.yaml"
};
BYTES(pet_feeder) = {
#embed "../../scenarios/pet-feeder.yaml"
};

BYTES(article_shop) = {
#embed "../../scenarios/article-shop.yaml"
};

BYTES(walk) = {
#embed "selftest/walk.yaml"
};

BYTES(picture_style) = {
#embed "report/picture.css"
};

BYTES(report_style) = {
#embed "report/report.css"
};

BYTES(texts_zh) = {
#embed "texts/zh.po"
};

#define FILE(path, name) {path, name, sizeof name}

static const struct asset files[] = {
    FILE("presets/stores.yaml", stores),
    FILE("presets/payments.yaml", payments),
    FILE("presets/ads.yaml", ads),
    FILE("presets/traffic.yaml", traffic),
    FILE("presets/suppliers.yaml", suppliers),
    FILE("presets/offers.yaml", offers),
    FILE("presets/own_stock.yaml", own_stock),
    FILE("presets/products.yaml", products),
    FILE("presets/returns.yaml", returns),
    FILE("presets/fx.yaml", fx),
    FILE("presets/payout_accounts.yaml", payout_accounts),
    FILE("presets/operations.yaml", operations),
    FILE("presets/messages.yaml", messages),
    FILE("presets/market.yaml", market),
    FILE("presets/costs.yaml", costs),
    FILE("presets/freight.yaml", freight),
    FILE("presets/tariffs.yaml", tariffs),
    FILE("presets/events.yaml", events),
    FILE("presets/owner.yaml", owner),
    FILE("presets/sources.yaml", sources),
    FILE("scenarios/craft-tools.yaml", craft_tools),
    FILE("scenarios/camping-gear.yaml", camping_gear),
    FILE("scenarios/small-appliances.yaml", small_appliances),
    FILE("scenarios/pet-feeder.yaml", pet_feeder),
    FILE("scenarios/article-shop.yaml", article_shop),
    FILE("selftest/walk.yaml", walk),
    FILE("report/picture.css", picture_style),
    FILE("report/report.css", report_style),
    FILE("texts/zh.po", texts_zh),
};

const struct asset *asset_named(const char *name) {
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    if (strcmp(files[i].name, name) == 0) return &files[i];
  }
  return NULL;
}
