package dev.clientele.b2c.identity.resolution;

import dev.clientele.b2c.identity.linkage.RecordRef;
import dev.clientele.b2c.identity.record.Identifier;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes what counts of a record in few bytes, the names of sources and identifier types by number, and reads it back. Not
 * thread-safe.
 */
final class FactsCodec {

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    byte[] write(LinkageFacts facts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(160);
        writeNumber(out, number(facts.ref().source()));
        writeText(out, facts.ref().id());
        writeNumber(out, facts.byHand() ? 1 : 0);
        Instant at = facts.saidAt();
        writeNumber(out, zigzag(at.getEpochSecond()));
        writeNumber(out, at.getNano());
        writeNumber(out, facts.identifiers().size());
        for (Identifier each : facts.identifiers()) {
            writeNumber(out, number(each.type()) * 2L + (each.verified() ? 1 : 0));
            writeText(out, each.value());
        }
        writeNumber(out, facts.values().size());
        facts.values().forEach(value -> writeText(out, value));
        writeText(out, facts.nameWitness());
        return out.toByteArray();
    }

    private int number(String name) {
        return numbers.computeIfAbsent(name, fresh -> {
            names.add(fresh);
            return names.size() - 1;
        });
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private static void writeNumber(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** A length that is one more than that of the bytes, 0 for null, and the bytes. */
    private static void writeText(ByteArrayOutputStream out, @Nullable String text) {
        if (text == null) {
            out.write(0);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeNumber(out, bytes.length + 1L);
        out.writeBytes(bytes);
    }

    LinkageFacts read(byte[] bytes) {
        return new Reader(bytes).facts();
    }

    /** Reads the place of the record alone. */
    RecordRef ref(byte[] bytes) {
        return new Reader(bytes).ref();
    }

    /** A place in the bytes. Not thread-safe. */
    private final class Reader {

        private final byte[] bytes;
        private int next;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        LinkageFacts facts() {
            RecordRef ref = ref();
            boolean byHand = number() == 1;
            long seconds = number();
            Instant saidAt = Instant.ofEpochSecond((seconds >>> 1) ^ -(seconds & 1), number());
            List<Identifier> identifiers = new ArrayList<>();
            for (long i = number(); i > 0; i--) {
                long type = number();
                identifiers.add(new Identifier(names.get((int) (type >> 1)), requireText(), (type & 1) == 1));
            }
            List<@Nullable String> values = new ArrayList<>();
            for (long i = number(); i > 0; i--) {
                values.add(text());
            }
            return new LinkageFacts(ref, saidAt, identifiers, values, text(), byHand);
        }

        RecordRef ref() {
            return new RecordRef(names.get((int) number()), requireText());
        }

        private long number() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte part = bytes[next++];
                value |= (long) (part & 0x7f) << shift;
                if (part >= 0) {
                    return value;
                }
            }
        }

        private String requireText() {
            return Objects.requireNonNull(text());
        }

        private @Nullable String text() {
            int length = (int) number() - 1;
            if (length < 0) {
                return null;
            }
            next += length;
            return new String(bytes, next - length, length, StandardCharsets.UTF_8);
        }
    }
}
