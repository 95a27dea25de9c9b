/**
 * The one criteria language: filters, saved views, segments, stage gates and access rules are all written in it.
 *
 * <p>A {@link dev.clientele.persistence.criteria.Criteria} is a small immutable tree over declared field names. Three
 * interpreters read the same tree and have to agree on every record: {@link
 * dev.clientele.persistence.criteria.Criteria#test evaluation in memory}, which is the definition; an adapter, which
 * pushes it down into its database; and the JSON form that the core writes and reads.
 *
 * <p>The rules of the language, by which every interpreter is tested:
 *
 * <ol>
 *   <li><b>C1</b> Comparing a missing value with anything is false; only {@link
 *       dev.clientele.persistence.criteria.Missing} is true of it.
 *   <li><b>C2</b> {@link dev.clientele.persistence.criteria.Not} is plain negation: exactly one of {@code c} and {@code
 *       not(c)} holds of any record. (SQL's {@code NOT} isn't: it yields unknown on null.)
 *   <li><b>C3</b> Text compares by Unicode code point, never by locale and never by UTF-16 unit; nothing folds case.
 *   <li><b>C4</b> {@link dev.clientele.persistence.criteria.Prefix} and {@link
 *       dev.clientele.persistence.criteria.Containing} are literal: {@code %}, {@code _}, {@code *} are ordinary
 *       characters.
 *   <li><b>C5</b> {@link dev.clientele.persistence.criteria.In} with no values and {@link
 *       dev.clientele.persistence.criteria.HasAny} with no elements are false; a value listed twice counts once.
 *   <li><b>C6</b> {@link dev.clientele.persistence.criteria.AllOf} of nothing is true, {@link
 *       dev.clientele.persistence.criteria.AnyOf} of nothing is false.
 *   <li><b>C7</b> In a {@link dev.clientele.persistence.criteria.Sort} missing values come last in both directions; ties
 *       are settled by id (documents) or key (log entries), ascending by code point. (So ids are in the order of their
 *       texts. {@link java.util.UUID#compareTo} isn't that order: it takes the halves as signed.)
 *   <li><b>C8</b> Decimals compare by value, not by scale; instants by microsecond; false is below true.
 *       A constant that its field could never hold (not a number, a time outside the years 0001 to 9999, more digits than
 *       declared) is a wrong argument, not a silent falsehood; only a text may be longer than its field's limit.
 *   <li><b>C9</b> A sum, least or greatest over no values is missing; missing values count for no measure but {@code
 *       count}. Sums of integers and decimals are exact, however large.
 * </ol>
 *
 * <p>Start reading at {@link dev.clientele.persistence.criteria.Criteria}, then {@link
 * dev.clientele.persistence.criteria.Query} and {@link dev.clientele.persistence.criteria.Aggregation}. Everything here
 * is immutable and safe to share between threads.
 *
 * <p>The atoms of a criteria are a {@link dev.clientele.persistence.criteria.Comparison} with an
 * {@link dev.clientele.persistence.criteria.Operator}, whose constant may be a
 * {@link dev.clientele.persistence.criteria.RelativeTime}, and {@link dev.clientele.persistence.criteria.Has} and
 * {@link dev.clientele.persistence.criteria.HasAny} for elements of a text set. Values compare by {@link dev.clientele.persistence.criteria.ValueOrder}; a
 * {@link dev.clientele.persistence.criteria.FieldReader} gives the interpreter in memory a record to look at.
 *
 * <p>A query is sorted in a {@link dev.clientele.persistence.criteria.SortDirection} and read by
 * {@link dev.clientele.persistence.criteria.PageRequest}s, each going on after the
 * {@link dev.clientele.persistence.criteria.Cursor} of the page before;
 * {@link dev.clientele.persistence.criteria.Keyset} says so as a criteria. An aggregation computes
 * {@link dev.clientele.persistence.criteria.Measure}s for each {@link dev.clientele.persistence.criteria.Group};
 * {@link dev.clientele.persistence.criteria.Aggregator} is its definition in memory.
 */
@NullMarked
package dev.clientele.persistence.criteria;

import org.jspecify.annotations.NullMarked;
