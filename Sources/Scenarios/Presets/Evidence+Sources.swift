/// The sources, by the names that presets know them by. Each was read in 2026 or is quoted by a page that was.
extension Evidence {
  // MARK: Platforms and processors

  static let shopifyPricing = Evidence(.official, "Shopify pricing page, August 2026")
  static let shopifyMonthly = Evidence(.data, "three blogs on Shopify's fees, 2026")
  static let shopifyPayouts = Evidence(.official, "Shopify help on payouts; 1 to 3 days at the bank")
  static let littledata = Evidence(.data, "Littledata, 2,800 Shopify stores, 2023")
  static let stripePricing = Evidence(.official, "Stripe pricing page, 2026")
  static let disputeFee = Evidence(.official, "Stripe and Shopify, US, 2025")
  static let disputeDays = Evidence(.official, "Stripe help on disputes: 60 to 75 days")
  static let paypalPricing = Evidence(.official, "PayPal US pricing page, September 2026")
  static let paypalHolds = Evidence(.official, "PayPal help on holds: new sellers up to 21 days")
  static let amazonFees = Evidence(.official, "Amazon Seller Central fee page, 2026")
  static let amazonPayouts = Evidence(.official, "Amazon Seller Central, delivery + 7 days since March 2026")
  static let ebayOrderFee = Evidence(.official, "eBay seller update, winter 2024")
  static let tiktokFees = Evidence(.official, "TikTok Shop US seller university, 2026")
  static let tiktokPayouts = Evidence(.official, "TikTok Shop US on settlement, 2026")
  static let shopeeFees = Evidence(.blog, "Chinese seller blogs, 2022; assumption since")
  static let bigCommercePlans = Evidence(.data, "agency on BigCommerce's plans of June 2026")

  // MARK: Ads and visitors

  static let metaClicks = Evidence(.blog, "Superads and blogs, US e-commerce, 2025-26")
  static let metaSeason = Evidence(.data, "computed from Superads, Nov 2024 to Nov 2025")
  static let searchClicks = Evidence(.blog, "Insight IQ, Navoto and others, 2025-26")
  static let shoppingClicks = Evidence(.blog, "Insight IQ and Digital Point, 2025-26")
  static let tiktokClicks = Evidence(.blog, "ad calculators and agencies, 2025-26")
  static let pinterestClicks = Evidence(.blog, "Gravitate, an agency")
  static let influencerPrices = Evidence(.blog, "influencer agencies")
  static let priceDrift = Evidence(.blog, "Meta's reports and trade press, 2023-25")
  static let googleDrift = Evidence(.blog, "trade press, Google 2025: +12.9 %")
  static let tiktokDrift = Evidence(.blog, "trade press, TikTok: +12.3 %")
  static let adstock = Evidence(.official, "Robyn defaults: 0.1 a week, 0.1^(1/7) a day")
  static let creativeLife = Evidence(.blog, "agencies: Meta 2 to 3 weeks, TikTok 4 to 7 days")
  static let fatigue = Evidence(.data, "vendor citing Meta: the sixth view clicks .46 times")
  static let learning = Evidence(.blog, "agencies on Meta's rule: 14 to 21 days")
  static let adScatter = Evidence(.data, "computed from 1,143 Facebook ads of 2017")
  static let freshCreative = Evidence(.assumption, "computed: see the note on fresh creatives")
  static let seoStudy = Evidence(.assumption, "assumption, bounded by an Ahrefs study")
  static let mailOrders = Evidence(.data, "Klaviyo via Mailmend: 3.6 to 5 % of mails order")

  // MARK: Suppliers and goods

  static let aliexpressDays = Evidence(.blog, "Woodropship: quoted 15 to 45 days")
  static let premiumDays = Evidence(.blog, "Woodropship: quoted 7 to 15 days")
  static let yunexpressDays = Evidence(.blog, "agents: quoted 6 to 12 working days")
  static let cjDays = Evidence(.assumption, "claimed 5 to 10 days, 8 to 14 assumed")
  static let localDays = Evidence(.blog, "the article: 3 to 7 days")
  static let vendorDays = Evidence(.blog, "vendor's claim: 2 to 5 days")
  static let chinaHandling = Evidence(.blog, "Chinaparcel: 1 to 3 days, up to 10 allowed")
  static let lostParcels = Evidence(.data, "Shipaid: about 1 in 180 in the US; 0.7 to 1 %")
  static let tariffs = Evidence(.blog, "trade notices 2026: 2.5 % + Section 301's 25 %")
  static let newYear = Evidence(.blog, "agents on 2026: 9 days shut, 8 of restart")
  static let warehousePrices = Evidence(.data, "survey of 600 US warehouses")
  static let shipbob = Evidence(.data, "ShipBob price list, 2026")

  // MARK: Customers

  static let retailSeason = Evidence(.official, "US Census 2010-19 by quarter; months assumed")
  static let searchNoise = Evidence(.official, "computed from Google Trends files: 5 to 6 % a week")
  static let deliverySpeed = Evidence(.official, "Fisher, Gallino and Xu: +1.5 % for a day faster")
  static let keepIt = Evidence(.data, "goTRG survey: 15, 30, 75 USD")
  static let winRate = Evidence(.blog, "surveys: 20 to 54 % of contested; few contest")
  static let tickets = Evidence(.data, "Gorgias via Shipguard: 6.7 per 100 orders")
  static let ticketCost = Evidence(.blog, "Squire, Shipguard: 2 to 25 USD")

  // MARK: Tools

  static let domains = Evidence(.blog, "hosting guide: 10 to 20 USD a year")
  static let apps = Evidence(.blog, "App stack surveys: six apps a shop, 58 USD for a paid one")
  static let dsersPlans = Evidence(.official, "DSers blog, plans")
  static let spocketPlans = Evidence(.blog, "blog on Spocket's plans")
  static let zapierPlans = Evidence(.official, "Zapier pricing page")
  static let klaviyoPlans = Evidence(.official, "Klaviyo pricing page, August 2026")
  static let ahrefsPlans = Evidence(.official, "Ahrefs pricing page")
  static let insurer = Evidence(.blog, "Bravo Policy, an insurance broker")

  // MARK: Events

  static let adReviews = Evidence(.blog, "Clikim: reviews take up to 30 days")
  static let sellerHealth = Evidence(.blog, "two blogs on Amazon: under 1 % of orders in 60 days")
  static let parcelCardRules = Evidence(.blog, "Buy Box Experts on Amazon's rules against diversion")
  static let customsNotices = Evidence(.official, "customs notices, 2025-26")
  static let newYearDates = Evidence(.blog, "agents on the holiday: normal 3 to 4 weeks later")

  // MARK: Without a source

  static let memory = Evidence(.assumption, "assumption: no source found")

  /// An assumption with its reason.
  static func assumed(_ reason: String) -> Evidence { Evidence(.assumption, "assumption: \(reason)") }

  /// Chosen inside ranges that sources give.
  static let illustrative = Evidence(.assumption, "assumption: chosen inside published ranges")
}
