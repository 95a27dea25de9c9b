package dev.clientele.core.codec;

import com.google.common.collect.ImmutableList;
import dev.clientele.core.text.CaseFolding;
import dev.clientele.core.text.TextRule;
import dev.clientele.persistence.DeclaredField;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Converts texts; of a searchable field the folded form too, in a second column, and of a matched one its match key, in another.
 */
public final class TextCodec extends ColumnCodec<String> {

    /** Folding turns one character into three at most. */
    private static final int FOLD_GROWTH = 3;

    /** The longest match key, in code points: as long as an index takes. */
    private static final int MAX_MATCH_KEY = 600;

    private static final String FOLDED = "_folded";
    private static final String MATCH = "_match";

    private final String folded;
    private final String match;
    private final boolean searchable;
    private final @Nullable UnaryOperator<String> matchKey;

    /**
     * Creates a codec for texts.
     *
     * @param matchKey makes the key under which texts match each other; null if they needn't
     * @throws IllegalArgumentException if the field is searchable and its folded form may be too long for a column
     */
    public TextCodec(FieldHeader header, TextRule rule, boolean searchable, @Nullable UnaryOperator<String> matchKey) {
        this(header, DeclaredField.text(header.name(), rule.maxCodePoints()), rule, searchable, matchKey);
    }

    private TextCodec(
            FieldHeader header,
            DeclaredField column,
            TextRule rule,
            boolean searchable,
            @Nullable UnaryOperator<String> matchKey) {
        super(
                header,
                column,
                columns(header, column, rule, searchable, matchKey != null),
                value -> rule.check(header.name(), value),
                value -> value,
                stored -> (String) stored);
        this.folded = header.name() + FOLDED;
        this.match = header.name() + MATCH;
        this.searchable = searchable;
        this.matchKey = matchKey;
    }

    private static DeclaredField[] columns(
            FieldHeader header, DeclaredField column, TextRule rule, boolean searchable, boolean matched) {
        ImmutableList.Builder<DeclaredField> columns = ImmutableList.builder();
        columns.add(column);
        if (searchable) {
            columns.add(folded(header, rule));
        }
        if (matched) {
            columns.add(DeclaredField.text(header.name() + MATCH, MAX_MATCH_KEY));
        }
        return columns.build().toArray(new DeclaredField[0]);
    }

    private static DeclaredField folded(FieldHeader header, TextRule rule) {
        if (rule.maxCodePoints() > DeclaredField.MAX_TEXT / FOLD_GROWTH) {
            throw new IllegalArgumentException("the field " + header.name() + " is searchable: it may have at most "
                    + DeclaredField.MAX_TEXT / FOLD_GROWTH + " code points");
        }
        return DeclaredField.text(header.name() + FOLDED, rule.maxCodePoints() * FOLD_GROWTH);
    }

    /** Returns the name of the column with the folded form. */
    public String foldedName() {
        return folded;
    }

    /** Returns whether texts have folded forms. */
    public boolean isSearchable() {
        return searchable;
    }

    /** Returns the name of the column with the match key. */
    public String matchName() {
        return match;
    }

    /** Returns whether texts have match keys. */
    public boolean isMatched() {
        return matchKey != null;
    }

    /** Returns the match key of a text, cut to the length that is kept; empty if it has none. */
    public String matchKey(String value) {
        String key = matchKey == null ? "" : matchKey.apply(value);
        int length = key.codePointCount(0, key.length());
        return length <= MAX_MATCH_KEY ? key : key.substring(0, key.offsetByCodePoints(0, MAX_MATCH_KEY));
    }

    @Override
    void encode(String value, Map<String, Object> into) {
        into.put(name(), value);
        if (searchable) {
            into.put(folded, CaseFolding.fold(value));
        }
        String key = matchKey(value);
        if (!key.isEmpty()) {
            into.put(match, key);
        }
    }
}
