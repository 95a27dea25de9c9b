/**
 * Rules for text: what enters the library is checked once, here, before it becomes part of a value.
 *
 * <ul>
 *   <li>{@link dev.clientele.core.text.TextRule} says what a piece of text may be: a line, a body, a key or a slug, and
 *       how long. It refuses what databases and JSON disagree about (NUL, unpaired surrogates) and counts length in code
 *       points, so that a limit means the same in every store.
 *   <li>{@link dev.clientele.core.text.CaseFolding} makes the form under which two spellings are the same, without asking
 *       the machine's locale.
 *   <li>{@link dev.clientele.core.text.PersonalDataMask} is what a value shows in {@code toString} in place of personal data.
 * </ul>
 *
 * Nothing here holds state; everything may be used from any thread.
 */
@NullMarked
package dev.clientele.core.text;

import org.jspecify.annotations.NullMarked;
