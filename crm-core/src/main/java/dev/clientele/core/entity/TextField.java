package dev.clientele.core.entity;

import static com.google.common.base.Preconditions.checkState;

import dev.clientele.core.codec.TextCodec;
import dev.clientele.core.text.CaseFolding;
import dev.clientele.core.text.TextRule;
import dev.clientele.persistence.criteria.Criteria;
import java.text.Normalizer;
import java.util.Set;

/**
 * A line of text. White space around it is dropped; line breaks and control characters are refused.
 *
 * <p>Comparisons regard case and order by Unicode code point. A field declared {@link Trait#SEARCHABLE} also answers the
 * {@code …IgnoringCase} criteria, through a folded form in a second column.
 *
 * @param <T> the record type that declares it
 */
public final class TextField<T> extends ColumnField<T, String> {

    private final TextRule rule;
    private final String folded;

    TextField(String name, TextRule rule, Set<Trait> traits) {
        this(new TextCodec(header(name, traits), rule, traits.contains(Trait.SEARCHABLE)), rule, traits);
    }

    private TextField(TextCodec codec, TextRule rule, Set<Trait> traits) {
        super(codec, traits);
        this.rule = rule;
        this.folded = codec.foldedName();
    }

    /** Returns criteria for the records whose text starts with this, literally; white space counts. */
    public Criteria startsWith(String prefix) {
        return Criteria.prefix(name(), composed(prefix));
    }

    /** Returns criteria for the records whose text contains this, literally; white space counts. */
    public Criteria contains(String part) {
        return Criteria.containing(name(), composed(part));
    }

    /** Keys are kept in Unicode NFC, so parts of them are looked for in it. */
    private String composed(String part) {
        return rule.equals(TextRule.key(rule.maxCodePoints())) ? Normalizer.normalize(part, Normalizer.Form.NFC) : part;
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
        return folded;
    }
}
