package dev.clientele.core.entity;

import dev.clientele.core.text.CaseFolding;
import dev.clientele.core.text.TextRule;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.criteria.Criteria;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
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

    /** Folding turns one character into three at most. */
    private static final int FOLD_GROWTH = 3;

    private final TextRule rule;
    private final String folded;

    TextField(String name, TextRule rule, Set<Trait> traits) {
        super(DeclaredField.text(name, rule.maxCodePoints()), traits);
        this.rule = rule;
        this.folded = name + "_folded";
        if (hasTrait(Trait.SEARCHABLE) && rule.maxCodePoints() > DeclaredField.MAX_TEXT / FOLD_GROWTH) {
            throw new IllegalArgumentException("the field " + name + " is searchable: it may have at most "
                    + DeclaredField.MAX_TEXT / FOLD_GROWTH + " code points");
        }
    }

    /** Records whose text starts with this, literally; white space counts. */
    public Criteria startsWith(String prefix) {
        return Criteria.prefix(name(), composed(prefix));
    }

    /** Records whose text contains this, literally; white space counts. */
    public Criteria contains(String part) {
        return Criteria.containing(name(), composed(part));
    }

    /** Keys are kept in Unicode NFC, so parts of them are looked for in it. */
    private String composed(String part) {
        return rule.equals(TextRule.key(rule.maxCodePoints())) ? Normalizer.normalize(part, Normalizer.Form.NFC) : part;
    }

    /**
     * Records whose text is this but for case.
     *
     * @throws IllegalStateException if the field wasn't declared searchable
     */
    public Criteria isIgnoringCase(String value) {
        return Criteria.equal(foldedName(), CaseFolding.fold(check(value)));
    }

    /**
     * Records whose text starts with this but for case.
     *
     * @throws IllegalStateException if the field wasn't declared searchable
     */
    public Criteria startsWithIgnoringCase(String prefix) {
        return Criteria.prefix(foldedName(), CaseFolding.fold(prefix));
    }

    /**
     * Records whose text contains this but for case.
     *
     * @throws IllegalStateException if the field wasn't declared searchable
     */
    public Criteria containsIgnoringCase(String part) {
        return Criteria.containing(foldedName(), CaseFolding.fold(part));
    }

    private String foldedName() {
        if (!hasTrait(Trait.SEARCHABLE)) {
            throw new IllegalStateException("the field " + name() + " isn't declared searchable");
        }
        return folded;
    }

    @Override
    public String check(String value) {
        return rule.check(name(), value);
    }

    @Override
    List<DeclaredField> columns() {
        return hasTrait(Trait.SEARCHABLE)
                ? List.of(column(), DeclaredField.text(folded, rule.maxCodePoints() * FOLD_GROWTH))
                : List.of(column());
    }

    @Override
    void encode(String value, Map<String, Object> into) {
        into.put(name(), value);
        if (hasTrait(Trait.SEARCHABLE)) {
            into.put(folded, CaseFolding.fold(value));
        }
    }

    @Override
    Object toColumn(String value) {
        return value;
    }

    @Override
    String fromColumn(Object stored) {
        return (String) stored;
    }
}
