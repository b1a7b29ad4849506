// Written by .ci/niches from the files in scenarios; a test holds them to be the same.

extension BundledNiche {
  static let all: [BundledNiche] = [
    BundledNiche(
      file: "craft-tools.yaml",
      text: ##"""
        # Tools for a craft, the third row of the article's niche table ("well suited to beginners"). It teaches why a small
        # market of people who search is the beginner's best chance: clicks are cheaper and buyers come with the wish to buy, but
        # 40 dollars a day is all the market takes. Try `run --strategy double_ads`: money does not make the market larger.
        #
        # Where a number is not given here it comes from a preset: `show` says which, `show preset google-shopping` names its
        # sources. "Assumption" means that nobody publishes a number. Product, freight, price, click price and conversion are
        # illustrative choices inside published ranges, not observations.

        name: craft tools
        currency: USD
        start: 2027-03-01
        months: 12
        niche: tools for a craft

        cash:
          budget: 2000 USD

        costs:
          hosting: {preset: woocommerce-hosting, amount: 25 USD per month}  # 5 … 25 … 100 (assumption)
          apps: {preset: apps, amount: 20 USD per month}
          domain: {preset: domain}

        market:
          preset: us-retail

        products:
          chisels:
            preset: china-item
            price: 60 USD
            promised_days: 16 days   # YunExpress, 6 to 12 working days (blogs)
            late_complaint: 3 %      # assumption
            return_rate: 1.8 %       # assumption: all refunds come to 5 %
            repeat_rate: 15 %        # 3 … 8 … 15 %, the high end: a craft needs more than one tool (assumption)
            conversion_factor: 1.16  # the 13.5 % that a promise of 16 days costs are in the conversion below: 1 ÷ 0.865
            offers:
              yiwu: {preset: curated-listing, unit_cost: 19 USD, shipping_cost: 7 USD}

        stores:
          shop:
            preset: woocommerce
            conversion: lognormal(2.2 %, 0.70)  # Shopping clicks convert 1.5 … 2.4 … 3.5 % (blogs)
            pause_ads_when_out_of_stock: yes

        ads:
          google_shopping:
            preset: google-shopping
            budget: 20 USD per day       # assumption
            cpc: lognormal(0.75, 0.30)   # 0.40 … 0.90 … 1.16 (blogs)
            intent: 1.39                 # fresh listings; over 90 days they convert as the store above, on average
            saturation: 40 USD per day   # few people search for one thing (assumption)
            hill: 3                      # below that there are searchers enough: 0.5 to 3 (Robyn's defaults)

        traffic:
          search: {preset: seo}

        suppliers:
          yiwu:
            preset: yunexpress
            defect_rate: 2 %        # simple things of steel: 1 … 3 … 8 %, below the middle (assumption)
            lost_rate: 1 %          # 0.7 to 1 % (vendor data)
            supplier_recovery: 0 %

        returns:
          preset: returns-china
          fraud_rate: 0.08 %                # assumption: all chargebacks come to 0.3 % of orders
          to_supplier: {seller_share: 0 %}  # customers pay for a parcel to China (assumption)

        operations:
          preset: with-software
          tickets_per_order: 0.067  # 6.7 per 100 orders (vendor data)
          ticket_cost: 6 USD        # 2 to 25 (blogs); 0.40 an order

        product_tests:
          candidates: 0
          conversion: lognormal(2.2 %, 0.70)
          test_spend: 150 USD      # 50 … 150 … 300 (assumption)
          test_days: 4
          keep_if: roas(4) >= 2.2  # it takes 2.59 to earn anything on the first order
          stop_if: roas(14) < 2

        strategies:
          double_ads:
            ads.google_shopping.budget: 40 USD per day
          no_search:
            traffic.search.visits: 0 visits per day
          test_seven:
            product_tests.candidates: 7

        """##),
    BundledNiche(
      file: "camping-gear.yaml",
      text: ##"""
        # Portable camping gear from a supplier in the country, the first row of the article's niche table. It teaches what a
        # near supplier buys: parcels in a week, fewer refunds and no duty, for goods that cost more than half of the price. Try
        # `run --strategy no_backup`: as long as nobody knows whether the product sells, a backup changes little.
        #
        # Where a number is not given here it comes from a preset: `show` says which, `show preset spocket` names its sources.
        # "Assumption" means that nobody publishes a number. Product, freight, price, click price and conversion are
        # illustrative choices inside published ranges, not observations.

        name: camping gear
        currency: USD
        start: 2027-03-01
        months: 12
        niche: outdoor camping gear
        common_cause: 30 %  # suppliers of one region that fail together (assumption)

        cash:
          budget: 3000 USD

        costs:
          plan: {preset: shopify-basic-plan}
          spocket: {preset: spocket-plan}
          apps: {preset: apps, amount: 60 USD per month}
          domain: {preset: domain}

        market:
          preset: us-retail
          # May to August sell 1.4 times as much as other months (assumption).
          season: [0.882, 0.882, 0.882, 0.882, 1.236, 1.236, 1.236, 1.236, 0.882, 0.882, 0.882, 0.882]

        products:
          tent_light:
            preset: local-item
            price: 65 USD
            return_rate: 3.5 %  # assumption: with it all refunds come to 7 %
            offers:
              spocket: {preset: curated-listing, unit_cost: 30 USD, shipping_cost: 6 USD}
              # A backup costs 3 to 15 % more (assumption).
              second: {preset: curated-listing, unit_cost: 31.50 USD, shipping_cost: 6 USD}
              third: {preset: curated-listing, unit_cost: 33 USD, shipping_cost: 6 USD}

        stores:
          shop:
            preset: shopify-basic
            conversion: lognormal(1.8 %, 0.95)  # stores convert 0.5 … 1.4 … 3.2 % (vendor data)
            pause_ads_when_out_of_stock: yes

        ads:
          meta:
            preset: meta
            budget: 40 USD per day      # assumption
            cpc: lognormal(1.15, 0.35)  # 0.60 … 1.30 … 1.80 (vendor data and blogs)

        suppliers:
          spocket:
            preset: spocket
            failure_rate: 3 % per month  # out of stock 3 … 6 … 15 %, the low end (assumption)
            detection_days: 2 days       # 0 … 2 … 7 (assumption)
            supplier_recovery: 50 %
          second:
            preset: local-warehouse
            failure_rate: 3 % per month
            detection_days: 2 days
            supplier_recovery: 50 %
          third:
            preset: local-warehouse
            failure_rate: 3 % per month
            detection_days: 2 days
            supplier_recovery: 50 %

        returns:
          preset: returns-local
          fraud_rate: 0.15 %   # assumption: all chargebacks come to 0.4 % of orders
          to_local: {seller_share: 0 %}

        operations:
          preset: with-software
          tickets_per_order: 0.067  # 6.7 per 100 orders (vendor data)
          ticket_cost: 5.20 USD     # 2 to 25 (blogs); 0.35 an order

        product_tests:
          candidates: 0
          conversion: lognormal(1.8 %, 0.95)
          test_spend: 150 USD      # 50 … 150 … 300 (assumption)
          test_days: 4
          keep_if: roas(4) >= 2.4  # it takes 2.86 to earn anything on the first order
          stop_if: roas(14) < 2.2

        strategies:
          no_backup:
            suppliers.second.capacity: 0 orders per day
            suppliers.third.capacity: 0 orders per day
          test_seven:
            product_tests.candidates: 7

        """##),
    BundledNiche(
      file: "small-appliances.yaml",
      text: ##"""
        # Smart small appliances from China, the second row of the article's niche table ("with care"). It teaches how a price
        # war ends: goods cost 60 % of the price, clicks are dear, and imitators take what is left. Try `run --strategy
        # no_price_war`: the niche loses without it too, which says that the war is not the reason.
        #
        # Where a number is not given here it comes from a preset: `show` says which, `show preset yunexpress` names its
        # sources. "Assumption" means that nobody publishes a number. Product, freight, price, click price and conversion are
        # illustrative choices inside published ranges, not observations.

        name: smart small appliances
        currency: USD
        start: 2027-03-01
        months: 12
        niche: smart small appliances

        cash:
          budget: 3000 USD

        costs:
          plan: {preset: shopify-grow-plan}
          apps: {preset: apps, amount: 120 USD per month}  # 60 to 120 is usual (blogs)
          domain: {preset: domain}

        market:
          preset: us-retail
          copycats: 11 % per year  # prices fall by 1 % a month (assumption); here as the part of buyers that imitators take

        products:
          humidifier:
            preset: china-item
            price: 79 USD
            promised_days: 16 days   # YunExpress, 6 to 12 working days (blogs)
            late_complaint: 10 %     # assumption
            return_rate: 3.5 %       # assumption: all refunds come to 11 %; electronics 8 to 15 % (blog)
            conversion_factor: 1.16  # the 13.5 % that a promise of 16 days costs are in the conversion below: 1 ÷ 0.865
            offers:
              shenzhen: {preset: open-listing, unit_cost: 30 USD, shipping_cost: 9 USD}

        stores:
          shop:
            preset: shopify-grow
            payment_fee: 2.9 %  # card fee, as in the other bundled shops
            conversion: lognormal(1.1 %, 0.95)  # stores convert 0.5 … 1.4 … 3.2 % (vendor data)
            pause_ads_when_out_of_stock: yes

        ads:
          meta:
            preset: meta
            budget: 40 USD per day      # assumption
            cpc: lognormal(1.25, 0.35)  # 0.60 … 1.30 … 1.80 (vendor data and blogs)

        suppliers:
          shenzhen:
            preset: yunexpress
            supplier_recovery: 0 %

        returns:
          preset: returns-china
          fraud_rate: 0.25 %                # assumption: all chargebacks come to 0.8 % of orders
          to_supplier: {seller_share: 0 %}  # customers pay for a parcel to China (assumption)

        operations:
          preset: with-software
          tickets_per_order: 0.067  # 6.7 per 100 orders (vendor data)
          ticket_cost: 9 USD        # 2 to 25 (blogs); 0.60 an order

        product_tests:
          candidates: 0
          conversion: lognormal(1.1 %, 0.95)
          test_spend: 150 USD      # 50 … 150 … 300 (assumption)
          test_days: 4
          keep_if: roas(4) >= 3.5  # it takes 4.10 to earn anything on the first order
          stop_if: roas(14) < 3.2

        strategies:
          no_price_war:
            market.copycats: 0 % per year
          test_seven:
            product_tests.candidates: 7

        """##),
    BundledNiche(
      file: "pet-feeder.yaml",
      text: ##"""
        # A smart pet feeder, the article's example of a niche that lasts: own store, two suppliers, two ad channels, a year.
        # It teaches that the niche, the second supplier and the second channel do not help while clicks cost more than they
        # bring: nine worlds in ten fail here too, only later, and 8 in 100 earn anything. Try `run`,
        # `run --strategy search_only` (buyers who search are the cheaper ones: six in ten fail, 17 in 100 earn), and
        # `set suppliers.us_warehouse.capacity 0`, which leaves nobody to ship over Chinese New Year.
        #
        # What you decide or can look up is one number. What only trying will tell is a range or a distribution, and each world
        # draws its own. Comments name where a number comes from, as low … typical … high where a source gives a range.
        # "Assumption" means that nobody publishes it: change it first. Product, freight, price, click price and conversion are
        # illustrative choices inside what is published, not observations.

        name: pet feeder
        currency: USD
        start: 2027-01-01
        months: 12

        cash:
          budget: 6000 USD  # assumption: twice what a small-appliance store is usually begun with

        costs:
          shop_plan:
            amount: 39 USD per month   # Shopify Basic paid monthly, 2026 (blogs)
          apps:
            amount: 120 USD per month  # 0 … 60 to 120 … 400 (blogs)
          insurance:
            amount: 28 USD per month   # general liability from 28 (blog)
          domain:
            amount: 14 USD per year    # 10 … 14 … 20 (blog)
          samples:
            amount: 125 USD once       # five samples of 25 (assumption)
            row: other

        market:
          # Quarters: US retail online 2010–19, .929 .939 .927 1.205 (computed from US Census data). Months inside the fourth
          # quarter 1.00 1.30 1.31 (assumption).
          season: [0.929, 0.929, 0.929, 0.939, 0.939, 0.939, 0.927, 0.927, 0.927, 1.001, 1.302, 1.312]
          demand_sd: 0.1              # searches move by 5 to 6 % from week to week (computed from Google Trends files)
          demand_halflife: 30 days    # assumption
          ads_correlation: 50 %       # assumption
          delivery_sensitivity: 1.5 % # sales lost for each day of delivery (peer-reviewed, for 1 to 7 days; 16 days is stretched)

        products:
          feeder:
            price: 79 USD             # pet shops take 83 an order (secondary source, 2024)
            elasticity: 2.62          # mean of published price elasticities (from memory: assumption)
            promised_days: 16         # YunExpress to the US, 6 to 12 working days (blogs)
            late_complaint: 10 %      # assumption
            return_rate: 2 % to 9 % likely 5 %   # assumption. Returns of electronics: 8 to 15 % in all (blog)
            repeat_rate: 3 % to 15 % likely 8 %  # within a year (assumption)
            repeat_days: 90 days      # assumption
            offers:
              # Landed 47.25 = goods 30.00 + US duty 27.5 % of them 8.25 + shipping 9.00. Duty has no parameter of its own
              # yet, so it stands in the unit cost: 10 … 27.5 … 45 %, 2.5 % and 25 % (trade notices 2026).
              shenzhen:
                unit_cost: 33 to 43.50 USD likely 38.25
                shipping_cost: 9 USD
              # Landed 50.50: a backup costs 3 to 15 % more than the range above (assumption). Its stock has paid the same
              # duty, see correlations.
              us_warehouse:
                unit_cost: 36.75 to 53.85 USD likely 44
                shipping_cost: 6.50 USD  # local delivery: 4 to 8 (assumption)

        stores:
          shop:
            conversion: lognormal(1.4 %, 0.95)  # 2,800 Shopify stores: a fifth below 0.5, a fifth above 3.2 % (vendor data)
            payment_fee: 2.9 %        # Shopify Payments Basic, US cards (official page)
            payment_fee_fixed: 0.30 USD
            # 2 business days until it is sent, 1 to 3 at the bank (official page), weekends folded in.
            payout_days: 3 to 7 days likely 4
            pause_ads_when_out_of_stock: yes

        ads:
          meta:
            budget: 30 USD per day    # assumption
            cpc: lognormal(1.25 USD, 0.35)  # Meta, US e-commerce 2025-26: 0.60 … 1.30 … 1.80 (vendor data and blogs)
            price_sd: 0.10 to 0.35 likely 0.20  # day to day (assumption)
            price_halflife: 1.36 days # AR(1) with φ = 0.6 a day (assumption): ln 0.5 / ln 0.6
            # Meta's price of a thousand views by month, Nov 2024 to Nov 2025, mean 1 (computed from vendor data).
            season_ads: [0.90, 0.91, 0.96, 0.94, 0.99, 0.98, 0.97, 1.01, 0.98, 1.08, 1.25, 1.03]
            inflation: normal(6 % per year, 10 % per year)  # a year's was -17 … 6 … 13 % (reported by Meta and the press)
            # Adstock 0 … 0.1 … 0.3 a week, the default of Robyn and its bounds (official page): 0.1^(1/7) a day.
            carryover: 0 % to 84 % likely 72 %
            saturation: 300 USD per day  # assumption
            fatigue_halflife: 14 to 21 days likely 18  # a creative lives 2 to 3 weeks (blogs)
            fatigue_floor: 46 %       # the sixth view clicks 0.46 times as often as the first (vendor data, citing Meta)
            creative_refresh: 21 days # 2 to 3 weeks (blogs)
            creative_cost: 50 USD     # assumption
            learning_days: 14 to 21 days  # below 7 orders a day (blogs, Meta's rule restated)
            learning_factor: 0.67 to 0.83 likely 0.77  # an order costs 1.2 … 1.3 … 1.5 times as much (assumption)
            noise_sd: 0.3             # orders scatter 1.5 to 4 times as much as pure chance (computed from 1,143 ads of 2017)
            noise_halflife: 3 days    # assumption
          google_shopping:
            budget: 20 USD per day    # assumption
            cpc: lognormal(0.60 USD, 0.30)  # pet shops: 0.40 to 0.80 (blog)
            intent: 1.8 to 2.9 likely 2.3  # pet shops convert 2.5 to 4 % of these clicks (blog) against the store's 1.4 %
            price_sd: same as ads.meta.price_sd  # as on Meta (assumption)
            price_halflife: 1.36 days
            inflation: normal(13 % per year, 10 % per year)  # 13 % in 2025 (press), uncertain as on Meta (assumption)
            carryover: same as ads.meta.carryover
            saturation: 60 USD per day   # few people search for one thing: a small market fills at 40 a day (assumption)
            fatigue_halflife: 90 days # listings tire slowly (assumption)
            fatigue_floor: 46 %
            learning_days: same as ads.meta.learning_days
            learning_factor: same as ads.meta.learning_factor
            noise_sd: 0.3
            noise_halflife: 3 days

        traffic:
          search:
            visits: 5 to 100 likely 20  # one good article brings as many a day (assumption)
            ramp_days: 360 to 840 days likely 540  # half-way after 6 … 9 … 14 months (assumption)
            intent: 1.1 to 2.5 likely 1.6  # they convert 1.5 … 2.2 … 3.5 % (assumption) against the store's 1.4 %
            noise_sd: 0.3
            noise_halflife: 3 days

        suppliers:
          shenzhen:
            failure_rate: 3 % to 15 % likely 6 % per month  # out of stock (assumption); with one product, the same as shut
            failure_days: 13 days        # mean of 4 … 10 … 45 (assumption)
            detection_days: 0 to 7 days likely 2  # assumption
            handling_days: lognormal(2, 0.5)     # 1 to 3 days, 3 to 10 allowed (blog)
            transit_days: lognormal(11.7, 0.29)  # YunExpress to the US (blogs)
            lost_rate: 0.06 % to 3 % likely 1.5 %  # blogs; 1.5 from China is an assumption
            # Not as described 1 … 3 … 8 %, wrong item 0.5 … 1.5 … 12 % (assumption; the 12 is doubtful, so it stands for both).
            defect_rate: 1.5 % to 12 % likely 4.5 %
            supplier_recovery: 15 % to 43 % likely 30 %  # of proven cases 30 … 60 … 85 % (assumption), half of them proven
            closures:
              - from: 2027-02-04  # Chinese New Year 2027-02-06: 9 days shut and 8 of restart, as in 2026 (blogs)
                days: 17
              - from: 2027-10-01  # Golden Week, 1 to 7 October (assumption: every year)
                days: 7
          us_warehouse:
            failure_rate: 3 % per month  # out of stock, the low end of 3 … 6 … 15 % (assumption)
            failure_days: 13 days
            detection_days: same as suppliers.shenzhen.detection_days  # the same eyes notice
            capacity: 20 orders per day  # assumption
            handling_days: lognormal(1, 0.4)    # 0.5 to 2 days (assumption)
            transit_days: lognormal(4.6, 0.33)  # 3 to 7 days (the article)
            lost_rate: 0.06 % to 3 % likely 0.7 %  # one in 180 in the US (vendor data)
            defect_rate: 1.5 % to 12 % likely 3 %  # as above, not as described likely 1.5 % from home (assumption)
            supplier_recovery: same as suppliers.shenzhen.supplier_recovery

        returns:
          fraud_rate: 0.1 % to 0.6 % likely 0.3 %  # assumption. All chargebacks: 0.2 … 0.6 … 1.5 % (blogs)
          refund_days: lognormal(4, 0.5)   # letters after delivery was due (assumption)
          keep_it_threshold: 30 USD        # customers keep what is worth less: 15 … 30 … 75 (survey); the operator's choice
          resale_share: 0 %                # sending it back to China costs more than it brings (assumption)
          dispute_share: 1 % to 15 % likely 7 %  # assumption: with fraud it makes about that
          dispute_days: lognormal(45, 0.55)  # from 20 to 150 days after the order (assumption inside a published window)
          chargeback_fee: 15 USD           # Stripe and Shopify US (official pages)
          # One in eight of all, 20 … 30 … 54 % of those contested (survey and blogs).
          win_rate: 12 % to 54 % likely 20 %
          dispute_decision_days: 60 to 75  # official page

        correlations:
          # What competitors bid makes clicks dear in both channels (assumption).
          ads.meta.cpc, ads.google_shopping.cpc: 0.5
          ads.meta.inflation, ads.google_shopping.inflation: 0.5
          # Of either cost it is mostly the duty that is not known.
          products.feeder.offers.shenzhen.unit_cost, products.feeder.offers.us_warehouse.unit_cost: 0.9

        strategies:
          # No Meta: at typical numbers a buyer costs about 90 there, and about 20 among those who search for a feeder.
          search_only:
            ads.meta.budget: 0 USD per day

          # Everything from the warehouse at home: dearer, and promised within a week.
          local:
            suppliers.shenzhen.capacity: 0 orders per day
            products.feeder.promised_days: 7

        """##),
  ]
}
