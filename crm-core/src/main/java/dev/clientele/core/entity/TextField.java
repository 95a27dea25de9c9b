package dev.clientele.core.entity;

import static com.google.common.base.Preconditions.checkState;

import dev.clientele.core.codec.TextCodec;
import dev.clientele.core.text.CaseFolding;
import dev.clientele.core.text.TextRule;
import dev.clientele.persistence.criteria.Criteria;
import java.text.Normalizer;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A line of text. White space around it is dropped; line breaks and control characters are refused.
 *
 * <p>Comparisons regard case and order by Unicode code point. A field declared {@link Trait#SEARCHABLE} also answers the
 * {@code …IgnoringCase} criteria, through a folded form in a second column; one declared by {@code matchedText} answers {@link
 * #matches} through its match key, in another.
 *
 * @param <T> the record type that declares it
 */
public final class TextField<T> extends ColumnField<T, String> {

    private final TextCodec text;

    TextField(String name, TextRule rule, Set<Trait> traits) {
        this(name, rule, null, traits);
    }

    TextField(String name, TextRule rule, @Nullable UnaryOperator<String> matchKey, Set<Trait> traits) {
        this(new TextCodec(header(name, traits), rule, traits.contains(Trait.SEARCHABLE), matchKey), traits);
    }

    private TextField(TextCodec codec, Set<Trait> traits) {
        super(codec, traits);
        this.text = codec;
    }

    /** Returns criteria for the records whose text starts with this, literally; white space counts. */
    public Criteria startsWith(String prefix) {
        return Criteria.prefix(name(), composed(prefix));
    }

    /** Returns criteria for the records whose text contains this, literally; white space counts. */
    public Criteria contains(String part) {
        return Criteria.containing(name(), composed(part));
    }

    /** Texts are kept in Unicode NFC, so parts of them are looked for in it. */
    private static String composed(String part) {
        return Normalizer.normalize(part, Normalizer.Form.NFC);
    }

    /**
     * Returns criteria for the records whose text is this but for case.
     *
     * @throws IllegalStateException if the field wasn't declared searchable
     */
    public Criteria isIgnoringCase(String value) {
        return Criteria.equal(foldedName(), CaseFolding.fold(check(value)));
    }

    /**
     * Returns criteria for the records whose text starts with this but for case.
     *
     * @throws IllegalStateException if the field wasn't declared searchable
     */
    public Criteria startsWithIgnoringCase(String prefix) {
        return Criteria.prefix(foldedName(), CaseFolding.fold(prefix));
    }

    /**
     * Returns criteria for the records whose text contains this but for case.
     *
     * @throws IllegalStateException if the field wasn't declared searchable
     */
    public Criteria containsIgnoringCase(String part) {
        return Criteria.containing(foldedName(), CaseFolding.fold(part));
    }

    private String foldedName() {
        checkState(hasTrait(Trait.SEARCHABLE), "the field %s isn't declared searchable", name());
        return text.foldedName();
    }

    /**
     * Returns criteria for the records whose text has the same match key as this one: those that are spelt otherwise, say. For none if
     * this has no match key. Answered by an index.
     *
     * @throws IllegalStateException if the field wasn't declared by {@code matchedText}
     */
    public Criteria matches(String value) {
        String key = requireMatched().matchKey(value);
        return key.isEmpty() ? Criteria.never() : Criteria.equal(text.matchName(), key);
    }

    /**
     * Returns criteria for the records without a match key: those whose text has none, and those stored before the field was declared
     * by {@code matchedText} and not saved since.
     *
     * @throws IllegalStateException if the field wasn't
     */
    public Criteria hasNoMatchKey() {
        return Criteria.missing(requireMatched().matchName());
    }

    private TextCodec requireMatched() {
        checkState(text.isMatched(), "the field %s isn't declared with a match key", name());
        return text;
    }

    /** Returns the column of the match key; null if there is none. */
    @Nullable
    String matchColumn() {
        return text.isMatched() ? text.matchName() : null;
    }
}
