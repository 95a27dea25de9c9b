package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.DeclaredField.decimal;
import static dev.clientele.persistence.DeclaredField.text;
import static dev.clientele.persistence.DeclaredField.textSet;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.FieldType;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.UniqueKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A schema with a field of every type, and records for it. */
final class Samples {

    static final TenantId ACME = TenantId.of("acme");
    static final TenantId GLOBEX = TenantId.of("globex");

    static final DocumentType ACCOUNT = new DocumentType(
            "account",
            List.of(
                    text("name", 200),
                    text("email", 100),
                    textSet("tags", 40),
                    DeclaredField.of("employees", FieldType.INTEGER),
                    decimal("revenue", 2),
                    DeclaredField.of("active", FieldType.BOOLEAN),
                    DeclaredField.of("score", FieldType.REAL),
                    DeclaredField.of("seen_at", FieldType.INSTANT),
                    DeclaredField.of("founded", FieldType.DATE)),
            List.of(UniqueKey.of("email_once", "email")),
            List.of(Index.on("by_name", "name"), Index.on("by_revenue", "revenue")));

    static final LogType INTERACTION = new LogType(
            "interaction",
            List.of(text("channel", 40), decimal("amount", 2)),
            List.of(Index.on("by_channel", "channel")));

    static final Schema SCHEMA = new Schema(List.of(ACCOUNT), List.of(INTERACTION));

    private Samples() {}

    static Document account(int number, Map<String, Object> fields) {
        return new Document("account", id(number), 0, fields, "{\"n\":" + number + "}");
    }

    static LogEntry entry(String key, Instant at, UUID... subjects) {
        return LogEntry.of(key, Set.of(subjects), at, Map.of("channel", "call"), "{}");
    }

    static UUID id(int number) {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }
}
