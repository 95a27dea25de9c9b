package dev.clientele.core.text;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.CharMatcher;
import com.google.common.base.Strings;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.text.Normalizer;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule for a piece of text: its shape, its limit, and the form in which it is kept.
 *
 * <p>Every rule refuses U+0000 (PostgreSQL can't store it), unpaired surrogates (they are no text and don't survive
 * UTF-8) and text longer than its limit, counted in Unicode code points. Beyond that there are four shapes:
 *
 * <table>
 * <caption>Shapes of text</caption>
 * <tr><th>made by</th><th>white space around it</th><th>control characters</th><th>may be blank</th><th>kept as</th></tr>
 * <tr><td>{@link #line}</td><td>removed</td><td>refused</td><td>no</td><td>Unicode NFC</td></tr>
 * <tr><td>{@link #body}</td><td>kept</td><td>tab, LF and CR allowed</td><td>yes</td><td>given</td></tr>
 * <tr><td>{@link #key}</td><td>removed</td><td>refused</td><td>no</td><td>Unicode NFC</td></tr>
 * <tr><td>{@link #slug}</td><td>refused</td><td>refused</td><td>no</td><td>given</td></tr>
 * </table>
 *
 * <p>A message never repeats the text, which may be personal data: it names the argument, the rule, and the length, or the
 * offending code point and where it stands. Immutable and thread-safe; rules with equal shape and limit are equal.
 */
public final class TextRule {
    /** White space in the sense of Java or of Unicode, so that the no-break spaces of spreadsheets count too. */
    private static final CharMatcher SPACE =
            CharMatcher.forPredicate(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));

    private static final CharMatcher LETTER = CharMatcher.inRange('a', 'z');
    private static final CharMatcher SLUG_CHARACTER =
            LETTER.or(CharMatcher.inRange('0', '9')).or(CharMatcher.is('-'));

    private final Shape shape;
    private final int maxCodePoints;

    private TextRule(Shape shape, int maxCodePoints) {
        checkArgument(maxCodePoints >= 1, "maxCodePoints must be at least 1, got %s", maxCodePoints);
        this.shape = shape;
        this.maxCodePoints = maxCodePoints;
    }

    /** Returns the rule for one line for people to read, such as a name or a title: not blank, no control characters or line breaks. */
    public static TextRule line(int maxCodePoints) {
        return new TextRule(Shape.LINE, maxCodePoints);
    }

    /** Returns the rule for running text of any number of lines, such as a note; may be empty. */
    public static TextRule body(int maxCodePoints) {
        return new TextRule(Shape.BODY, maxCodePoints);
    }

    /** Returns the rule for a line by which something is found, such as an order number: normalised, so equal spellings are equal keys. */
    public static TextRule key(int maxCodePoints) {
        return new TextRule(Shape.KEY, maxCodePoints);
    }

    /** Returns the rule for a technical name: lower-case ASCII letters and digits in words joined by single hyphens, a letter first. */
    public static TextRule slug(int maxCodePoints) {
        return new TextRule(Shape.SLUG, maxCodePoints);
    }

    /** Returns the longest text allowed, in code points, after the white space around it was removed. */
    public int maxCodePoints() {
        return maxCodePoints;
    }

    /**
     * Returns the text in the form to keep.
     *
     * @param argument the name of the argument or field, for the message
     * @throws InvalidValueException if the text breaks this rule
     */
    public String check(String argument, String text) {
        String kept = normalize(Objects.requireNonNull(text, argument));
        findProblemIn(kept).ifPresent(problem -> {
            throw new InvalidValueException(problem.under(argument));
        });
        return kept;
    }

    /** Finds, as a question beside {@link #check}, what is wrong with the text, without the text itself; empty if nothing is. */
    public Optional<String> findProblem(String text) {
        return findProblemIn(normalize(Objects.requireNonNull(text, "text"))).map(Violation::reason);
    }

    private String normalize(String text) {
        return switch (shape) {
            case LINE, KEY -> Normalizer.normalize(SPACE.trimFrom(text), Normalizer.Form.NFC);
            case BODY, SLUG -> text;
        };
    }

    private Optional<Violation> findProblemIn(String text) {
        int length = text.codePointCount(0, text.length());
        if (length > maxCodePoints) {
            return Optional.of(new Violation(
                            "",
                            ViolationCode.TOO_LONG,
                            "must have at most " + maxCodePoints + " code points, got " + length)
                    .with("max", maxCodePoints)
                    .with("got", length));
        }
        if (shape != Shape.BODY && text.isEmpty()) {
            return Optional.of(new Violation("", ViolationCode.BLANK, "must not be blank"));
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            if (!shape.allows(codePoint)) {
                return Optional.of(new Violation(
                                "",
                                ViolationCode.CHARACTER,
                                "must be " + shape.description + ", got " + name(codePoint) + " at index " + i)
                        .with("character", name(codePoint))
                        .with("index", i));
            }
        }
        if (shape == Shape.SLUG && (!LETTER.matches(text.charAt(0)) || text.endsWith("-") || text.contains("--"))) {
            return Optional.of(new Violation("", ViolationCode.FORM, "must be " + shape.description)
                    .with("form", shape.description));
        }
        return Optional.empty();
    }

    private static String name(int codePoint) {
        return "U+" + Strings.padStart(Integer.toHexString(codePoint), 4, '0');
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TextRule rule && rule.shape == shape && rule.maxCodePoints == maxCodePoints;
    }

    @Override
    public int hashCode() {
        return Objects.hash(shape, maxCodePoints);
    }

    @Override
    public String toString() {
        return shape.description + " of at most " + maxCodePoints + " code points";
    }

    private enum Shape {
        LINE("one line without control characters"),
        BODY("text without NUL and without control characters but tab and line break"),
        KEY("one line without control characters"),
        SLUG("lower-case letters, digits and single hyphens, a letter first");

        private final String description;

        Shape(String description) {
            this.description = description;
        }

        boolean allows(int codePoint) {
            int type = Character.getType(codePoint);
            if (type == Character.SURROGATE) {
                return false;
            }
            return switch (this) {
                case SLUG -> Character.isBmpCodePoint(codePoint) && SLUG_CHARACTER.matches((char) codePoint);
                case BODY -> type != Character.CONTROL || codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
                case LINE, KEY ->
                    type != Character.CONTROL
                            && type != Character.LINE_SEPARATOR
                            && type != Character.PARAGRAPH_SEPARATOR;
            };
        }
    }
}
