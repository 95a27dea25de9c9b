package dev.clientele.core.codec;

import dev.clientele.core.text.CaseFolding;
import dev.clientele.core.text.TextRule;
import dev.clientele.persistence.DeclaredField;
import java.util.Map;

/** Converts texts; of a searchable field the folded form too, in a second column. */
public final class TextCodec extends ColumnCodec<String> {

    /** Folding turns one character into three at most. */
    private static final int FOLD_GROWTH = 3;

    private static final String FOLDED = "_folded";

    private final String folded;
    private final boolean searchable;

    /**
     * Creates a codec for texts.
     *
     * @throws IllegalArgumentException if the field is searchable and its folded form may be too long for a column
     */
    public TextCodec(FieldHeader header, TextRule rule, boolean searchable) {
        this(header, DeclaredField.text(header.name(), rule.maxCodePoints()), rule, searchable);
    }

    private TextCodec(FieldHeader header, DeclaredField column, TextRule rule, boolean searchable) {
        super(
                header,
                column,
                searchable ? new DeclaredField[] {column, folded(header, rule)} : new DeclaredField[] {column},
                value -> rule.check(header.name(), value),
                value -> value,
                stored -> (String) stored);
        this.folded = header.name() + FOLDED;
        this.searchable = searchable;
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

    @Override
    void encode(String value, Map<String, Object> into) {
        into.put(name(), value);
        if (searchable) {
            into.put(folded, CaseFolding.fold(value));
        }
    }
}
