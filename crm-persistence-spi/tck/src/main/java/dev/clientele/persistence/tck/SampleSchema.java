package dev.clientele.persistence.tck;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.UniqueKey;
import dev.clientele.persistence.criteria.Query;
import java.util.List;

/** The schema that the suites run on: a field of each type, keys, indexes, and two logs. */
final class SampleSchema {

    /** Documents with a field of each type and no key. */
    static final String DEAL = "deal";

    /** Documents with unique keys: of one field, and of two. */
    static final String MEMBER = "member";

    /** Documents with nothing but a body. */
    static final String NOTE = "note";

    /** A log with a field of each type. */
    static final String TOUCH = "touch";

    /** A log with nothing but a body. */
    static final String AUDIT = "audit";

    static final int TITLE_LIMIT = 40;

    static final DocumentType DEALS = new DocumentType(
            DEAL,
            List.of(
                    DeclaredField.text("title", TITLE_LIMIT),
                    DeclaredField.text("remark", DeclaredField.MAX_TEXT),
                    DeclaredField.textSet("tags", 30),
                    DeclaredField.of("quantity", FieldType.INTEGER),
                    DeclaredField.decimal("amount", 2),
                    DeclaredField.decimal("rate", 9),
                    DeclaredField.of("open", FieldType.BOOLEAN),
                    DeclaredField.of("score", FieldType.REAL),
                    DeclaredField.of("seen_at", FieldType.INSTANT),
                    DeclaredField.of("due", FieldType.DATE),
                    DeclaredField.decimal("heat", 2).asComputed(),
                    DeclaredField.text("segment", 20).asComputed(),
                    DeclaredField.textSet("signals", 20).asComputed(),
                    DeclaredField.of("rank", FieldType.INTEGER).asComputed(),
                    DeclaredField.of("scored_at", FieldType.INSTANT).asComputed()),
            List.of(),
            List.of(
                    Index.on("by_title", "title"),
                    Index.on("by_tags", "tags"),
                    Index.on("by_due", "open", "due"),
                    Index.on("by_segment", "segment"),
                    Index.on("by_signals", "signals"),
                    Index.on("by_heat", "open", "heat")));

    static final DocumentType MEMBERS = new DocumentType(
            MEMBER,
            List.of(
                    DeclaredField.text("email", 100),
                    DeclaredField.text("country", 2),
                    DeclaredField.of("number", FieldType.INTEGER)),
            List.of(UniqueKey.of("email", "email"), UniqueKey.of("number_in_country", "country", "number")),
            List.of());

    static final LogType TOUCHES = new LogType(
            TOUCH,
            List.of(
                    DeclaredField.text("kind", 30),
                    DeclaredField.textSet("labels", 30),
                    DeclaredField.of("count", FieldType.INTEGER),
                    DeclaredField.decimal("amount", 2),
                    DeclaredField.of("inbound", FieldType.BOOLEAN),
                    DeclaredField.of("weight", FieldType.REAL),
                    DeclaredField.of("answered_at", FieldType.INSTANT),
                    DeclaredField.of("day", FieldType.DATE)),
            List.of(Index.on("by_kind", "kind"), Index.on("by_labels", "labels")));

    static final Schema SCHEMA = new Schema(
            List.of(DEALS, MEMBERS, new DocumentType(NOTE, List.of(), List.of(), List.of())),
            List.of(TOUCHES, new LogType(AUDIT, List.of(), List.of())));

    /** A schema of which {@link #SCHEMA} is an additive change in every way. */
    static final Schema OLDER = new Schema(
            List.of(
                    new DocumentType(DEAL, List.of(DeclaredField.text("title", 20)), List.of(), List.of()),
                    new DocumentType(MEMBER, List.of(DeclaredField.text("email", 50)), List.of(), List.of())),
            List.of(new LogType(TOUCH, List.of(), List.of())));

    /** Returns a query in canonical form, if it is one on this schema. */
    static Query checked(Query query) {
        return SCHEMA.documents().stream().anyMatch(type -> type.name().equals(query.source()))
                ? SCHEMA.check(query)
                : query;
    }

    private SampleSchema() {}
}
