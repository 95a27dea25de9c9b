/**
 * Purchases of persons: as they happened, and condensed to what scoring needs.
 *
 * <p>A {@link dev.clientele.b2c.purchase.Purchase}, or a refund, is an event with an id of its own; {@link
 * dev.clientele.b2c.purchase.Purchases} records them once however often they come, and keeps a {@link
 * dev.clientele.b2c.purchase.PurchaseLedger} per person up to date. A {@link dev.clientele.b2c.purchase.PurchasePolicy} says
 * for a tenant on which day an instant falls and what counts. What follows is pure and needs no storage.
 *
 * <p>A purchase belongs to whom its id leads to: it may be that of a person, of one who was merged into another, or of a record that is an
 * identity of a person. The log is never rewritten; the ledgers follow when persons are merged, when that is undone, and when {@link
 * dev.clientele.b2c.purchase.Purchases#followIdentities} says that identities have moved.
 *
 * <p>{@link dev.clientele.b2c.purchase.PurchaseHistory} is a person's purchases by day: exact counts and exact amounts in
 * one currency. It does not depend on the order in which purchases arrived and two parts of it can be merged, so a history
 * built in one batch, streamed, shuffled or put together from several machines is the same value.
 * {@link dev.clientele.b2c.purchase.PurchaseClock} says on which day an instant falls and which late arrivals still count;
 * {@link dev.clientele.b2c.purchase.CountingRule} says what counts as one purchase and what a refund does;
 * {@link dev.clientele.b2c.purchase.PurchaseSummary} is the history seen from one date under one rule: how often, how
 * recently, for how long, for how much; {@link dev.clientele.b2c.purchase.PurchaseDays} is it day by day, which the analytics
 * read.
 *
 * <p>Files of purchases come in by {@link dev.clientele.b2c.purchase.PurchaseImport}, by order id and once however often they are read.
 *
 * <p>A {@link dev.clientele.b2c.purchase.PurchaseKind} tells purchases from refunds;
 * {@link dev.clientele.b2c.purchase.Refunds} and {@link dev.clientele.b2c.purchase.SameDay} are choices of the policy,
 * which is stored as {@link dev.clientele.b2c.purchase.PurchaseSettings}. A
 * {@link dev.clientele.b2c.purchase.PurchaseHistoryBuilder} collects what happened in any order;
 * {@link dev.clientele.b2c.purchase.PendingRefunds} wait for a purchase that hasn't arrived yet; {@link
 * dev.clientele.b2c.purchase.MinorUnits} are summed without wrapping around.
 */
@NullMarked
package dev.clientele.b2c.purchase;

import org.jspecify.annotations.NullMarked;
