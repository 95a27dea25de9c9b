/**
 * Comparison of two values of one kind: normalised once, then put on one of a few levels from equal to different.
 *
 * <p>An {@link dev.clientele.b2c.identity.comparison.AttributeKind} names what a column holds; {@link
 * dev.clientele.b2c.identity.comparison.ValueComparison} has the comparison for it: exact, Damerau–Levenshtein, Jaro–Winkler and
 * phonetic for names, slips and swaps for dates, words in any order for addresses and whole names, tails for telephone
 * numbers, distance for quantities. {@link dev.clientele.b2c.identity.comparison.ComparedValue} is a value made ready, {@link
 * dev.clientele.b2c.identity.comparison.NormalizedText} the form of its text in any script, {@link
 * dev.clientele.b2c.identity.comparison.Fingerprint} a hash that is the same on every machine. Everything is pure, immutable
 * and of bounded cost, however long a text is.
 *
 * <p>Literature: Winkler 1990, String Comparator Metrics and Enhanced Decision Rules in the Fellegi–Sunter Model of Record
 * Linkage; Damerau 1964, A Technique for Computer Detection and Correction of Spelling Errors, CACM 7(3); Philips 2000, The
 * Double Metaphone Search Algorithm; Christen 2012, Data Matching, Springer, chapter 5.
 */
@NullMarked
package dev.clientele.b2c.identity.comparison;

import org.jspecify.annotations.NullMarked;
