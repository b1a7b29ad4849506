#ifndef ASSETS_H
#define ASSETS_H

#include <stddef.h>

/// A file that the program carries with it.
struct asset {
  /// Its path in this folder, such as `presets/ads.yaml`.
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// The file of that name; null where there is none.
const struct asset *asset_named(const char *name);

#endif
