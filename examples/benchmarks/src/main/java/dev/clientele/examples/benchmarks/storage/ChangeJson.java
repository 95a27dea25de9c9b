package dev.clientele.examples.benchmarks.storage;

import dev.clientele.examples.benchmarks.account.AccountRow;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The JSON of an entry in the history, written by hand token by token. */
final class ChangeJson {

    private final JsonFactory json = new JsonFactory();

    /** The fields in which two states of an account differ, each with its value before, null if it is new, and after. */
    String changed(@Nullable AccountRow before, AccountRow after) {
        StringWriter text = new StringWriter(768);
        try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.writeStartObject();
            ChangedFields fields = new ChangedFields(generator, before == null);
            fields.text("city", before == null ? null : before.city(), after.city());
            fields.text("country", before == null ? null : before.country(), after.country());
            fields.text("description", before == null ? null : before.description(), after.description());
            fields.number("employees", before == null ? 0 : before.employees(), after.employees());
            fields.text("industry", before == null ? null : before.industry(), after.industry());
            fields.text(
                    "last_contact",
                    before == null ? null : before.lastContact().toString(),
                    after.lastContact().toString());
            fields.text("name", before == null ? null : before.name(), after.name());
            fields.text("number", before == null ? null : before.number(), after.number());
            fields.text("owner", before == null ? null : before.owner(), after.owner());
            fields.money(before, after);
            fields.text(
                    "since",
                    before == null ? null : before.since().toString(),
                    after.since().toString());
            fields.text(
                    "status",
                    before == null ? null : before.status().name(),
                    after.status().name());
            generator.writeEndObject();
        }
        return text.toString();
    }

    private record ChangedFields(JsonGenerator generator, boolean added) {

        void text(String name, @Nullable String before, String after) {
            if (!after.equals(before)) {
                generator.writeName(name).writeStartArray();
                if (before == null) {
                    generator.writeNull();
                } else {
                    generator.writeString(before);
                }
                generator.writeString(after).writeEndArray();
            }
        }

        void number(String name, long before, long after) {
            if (added || before != after) {
                generator.writeName(name).writeStartArray();
                if (added) {
                    generator.writeNull();
                } else {
                    generator.writeNumber(before);
                }
                generator.writeNumber(after).writeEndArray();
            }
        }

        void money(@Nullable AccountRow before, AccountRow after) {
            if (before == null
                    || !Objects.equals(before.currency(), after.currency())
                    || !before.revenue().equals(after.revenue())) {
                generator.writeName("revenue").writeStartArray();
                if (before == null) {
                    generator.writeNull();
                } else {
                    money(before.revenue(), before.currency());
                }
                money(after.revenue(), after.currency());
                generator.writeEndArray();
            }
        }

        private void money(BigDecimal amount, String currency) {
            generator.writeStartObject();
            generator.writeName("amount").writeNumber(amount);
            generator.writeName("currency").writeString(currency);
            generator.writeEndObject();
        }
    }
}
