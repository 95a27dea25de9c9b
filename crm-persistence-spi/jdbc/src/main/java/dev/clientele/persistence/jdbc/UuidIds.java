package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.criteria.Operator;
import java.util.List;
import java.util.UUID;

/** The conditions on ids of databases that keep them in a type of their own, while criteria see their text. */
interface UuidIds extends ConditionSql {

    /** Returns the text of a column of ids, ordered by code point. */
    String asText(String column);

    static boolean isId(FieldColumn column) {
        return column.field().name().equals(DocumentType.ID);
    }

    /** Returns the expression by which a condition on text refers to a column of texts or of ids. */
    default String text(FieldColumn column) {
        return isId(column) ? asText(column.sql()) : column.sql();
    }

    /** Returns as ids those of the texts that can be ids at all. */
    static List<Object> ids(List<Object> texts) {
        return texts.stream()
                .filter(text -> UuidText.isCanonical((String) text))
                .<Object>map(text -> UUID.fromString((String) text))
                .toList();
    }

    /** Compares a column of ids with a text, as ids if the text is one. */
    default void compareId(SqlBuilder sql, FieldColumn column, Operator operator, String text, Codec<UUID> codec) {
        if (UuidText.isCanonical(text)) {
            sql.add(column.sql()).add(CriteriaSql.symbol(operator)).bind(codec, UUID.fromString(text));
        } else {
            sql.add(asText(column.sql())).add(CriteriaSql.symbol(operator)).bind(Codec.TEXT, text);
        }
    }
}
