#!/usr/bin/env python3
"""Makes the exports of an invented shop, from March to the first days of December 2027, in the layouts of Shopify, Meta and the
template for costs. It follows the model's chapters 3, 4, 7 and 9 with the true numbers below; `python3 make_exports.py`
writes the same bytes each time. Another shop of the same truth goes into another folder: `make_exports.py SEED FOLDER`.
"""

import csv
import math
import random
import sys
from datetime import date, timedelta
from pathlib import Path

# The truth, which the owner does not know.
CONVERSION = 0.021  # with 21 promised days; within a week it would be 0.021 / 0.79
CLICK_PRICE = 0.64
PRICE_SD, PRICE_HALFLIFE = 0.2, 2
DEMAND_SD, DEMAND_HALFLIFE = 0.1, 30
NOISE_SD, NOISE_HALFLIFE = 0.2, 3
PRICE = 49.00
FEE, FEE_FIXED = 0.029, 0.30
PAYOUT_BUSINESS_DAYS = 3
UNIT_COST, SHIPPING_COST = 12.40, 5.20
HANDLING, TRANSIT = (2, 0.5), (14, 0.35)
REFUNDED = 0.095
REFUND_DAYS = (4, 0.5)
CHARGED_BACK = 0.004
DISPUTE_DAYS = (40, 0.4)
REPEATS, REPEAT_DAYS = 0.06, 60
# What was decided: daily money for ads, month by month.
BUDGETS = {3: 25, 4: 25, 5: 25, 6: 30, 7: 30, 8: 35, 9: 35, 10: 40, 11: 45, 12: 45}

FIRST, LAST = date(2027, 3, 1), date(2027, 12, 3)
HERE = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).parent
dice = random.Random(int(sys.argv[1]) if len(sys.argv) > 2 else 20270301)


class Swing:
    """An Ornstein-Uhlenbeck swing of a logarithm, as a factor of mean 1."""

    def __init__(self, sd, halflife):
        self.sd, self.kept = sd, 0.5 ** (1 / halflife)
        self.level = dice.gauss(0, sd)

    def next(self):
        self.level = self.kept * self.level + dice.gauss(0, self.sd * math.sqrt(1 - self.kept**2))
        return math.exp(self.level - self.sd**2 / 2)


def poisson(mean):
    left, count = math.exp(-mean), -1
    product = 1.0
    while product > left:
        product *= dice.random()
        count += 1
    return max(0, count)


def days(law):
    median, sigma = law
    return max(1, math.ceil(median * math.exp(dice.gauss(0, sigma))))


def payout_day(sold):
    left, day = PAYOUT_BUSINESS_DAYS, sold
    while left > 0:
        day += timedelta(days=1)
        left -= day.weekday() < 5
    return day


def stamp(day):
    # New York: summer time until 7 November, winter time before 14 March.
    is_summer = date(2027, 3, 14) < day < date(2027, 11, 7)
    clock = f"{dice.randrange(8, 23):02}:{dice.randrange(60):02}:{dice.randrange(60):02}"
    return f"{day} {clock} {'-0400' if is_summer else '-0500'}"


def write(name, header, rows):
    with open(HERE / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main():
    demand, price, noise = Swing(DEMAND_SD, DEMAND_HALFLIFE), Swing(PRICE_SD, PRICE_HALFLIFE), Swing(NOISE_SD, NOISE_HALFLIFE)
    ads, sold, returning = [], [], {}
    day, customers = FIRST, 0
    while day <= LAST:
        spend = round(BUDGETS[day.month] * (1 + dice.uniform(-0.03, 0.03)), 2)
        clicks = max(0, round(spend / (CLICK_PRICE * price.next())))
        orders = poisson(clicks * CONVERSION * demand.next() * noise.next())
        ads.append([day, day, "Lamp | broad", "US 25-54", spend, clicks * 38, clicks, round(clicks * 1.4), "", ""])
        buyers = []
        for _ in range(orders):
            customers += 1
            buyers.append(customers)
        for customer in buyers + returning.pop(day, []):
            sold.append((day, customer))
            if dice.random() < REPEATS:
                wait = days(HANDLING) + days(TRANSIT) + 1 + int(math.log(1 - dice.random()) / math.log(1 - 1 / REPEAT_DAYS))
                returning.setdefault(day + timedelta(days=wait), []).append(customer)
        day += timedelta(days=1)

    orders, ledger, costs = [], [], []
    payouts = {}
    for number, (day, customer) in enumerate(sold, 1001):
        name, when = f"#{number}", stamp(day)
        ledger.append((day, when, "charge", name, PRICE, round(PRICE * FEE + FEE_FIXED + 1e-9, 2)))
        refunded = 0.0
        delivered = day + timedelta(days=days(HANDLING) + days(TRANSIT))
        if dice.random() < REFUNDED:
            back = delivered + timedelta(days=days(REFUND_DAYS))
            if back <= LAST:
                refunded = PRICE
                ledger.append((back, stamp(back), "refund", name, -PRICE, 0.0))
        elif dice.random() < CHARGED_BACK / (1 - REFUNDED):
            back = day + timedelta(days=days(DISPUTE_DAYS))
            if back <= LAST:
                ledger.append((back, stamp(back), "dispute", name, -PRICE, 15.0))
        status = "refunded" if refunded else "paid"
        orders.append(
            [name, f"buyer{customer}@example.com", status, "USD", f"{PRICE:.2f}", "0.00", "0.00", f"{PRICE:.2f}",
             f"{refunded:.2f}", when, 1, "Moss Reading Lamp", f"{PRICE:.2f}", "LAMP", "Shopify Payments"])
        is_here = delivered <= LAST
        costs.append(
            [f"LS-{number}", day, "yiwu", "LAMP", 1, f"{UNIT_COST:.2f}", f"{SHIPPING_COST:.2f}", "0", "USD",
             "delivered" if is_here else "shipped", "", delivered if is_here else "", ""])

    rows = []
    for day, when, kind, name, amount, fee in sorted(ledger):
        paid = payout_day(day)
        is_paid = paid <= LAST
        payout = 880000 + (paid - FIRST).days
        rows.append(
            [when, kind, name, "paid" if is_paid else "pending", paid if is_paid else "", payout if is_paid else "",
             paid, f"{amount:.2f}", f"{fee:.2f}", f"{amount - fee:.2f}", "USD"])
        if is_paid:
            kept = payouts.setdefault(paid, {"charge": 0.0, "refund": 0.0, "dispute": 0.0, "fee": 0.0})
            kept[kind] += amount
            kept["fee"] += fee

    write(
        "orders.csv",
        ["Name", "Email", "Financial Status", "Currency", "Subtotal", "Shipping", "Taxes", "Total", "Refunded Amount",
         "Created at", "Lineitem quantity", "Lineitem name", "Lineitem price", "Lineitem sku", "Payment Method"],
        reversed(orders))
    write(
        "payments.csv",
        ["Transaction Date", "Type", "Order", "Payout Status", "Payout Date", "Payout ID", "Available On", "Amount",
         "Fee", "Net", "Currency"], rows)
    write(
        "payouts.csv",
        ["Payout Date", "Status", "Charges", "Refunds", "Adjustments", "Reserved Funds", "Fees", "Retried Amount",
         "Total", "Currency"],
        [[day, "paid", f"{sums['charge']:.2f}", f"{sums['refund']:.2f}", f"{sums['dispute']:.2f}", "0.00",
          f"{-sums['fee']:.2f}", "0.00", f"{sum(sums[k] for k in ('charge', 'refund', 'dispute')) - sums['fee']:.2f}", "USD"]
         for day, sums in sorted(payouts.items(), reverse=True)])
    write(
        "ads.csv",
        ["Reporting starts", "Reporting ends", "Campaign name", "Ad set name", "Amount spent (USD)", "Impressions",
         "Link clicks", "Clicks (all)", "Purchases", "Purchases conversion value"], ads)
    write(
        "costs.csv",
        ["order_id", "order_date", "supplier", "sku", "qty", "item_cost", "shipping_cost", "duty", "currency", "status",
         "tracking", "delivered_at", "refund"], costs)


main()
