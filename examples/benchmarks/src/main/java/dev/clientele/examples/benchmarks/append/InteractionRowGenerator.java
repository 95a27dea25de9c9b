package dev.clientele.examples.benchmarks.append;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Makes interactions with some thousand accounts out of a seed. */
final class InteractionRowGenerator {

    private static final int ACCOUNTS = 20_000;
    private static final String[] CHANNELS = {"email", "call", "meeting", "chat"};
    private static final String[] WORDS = {
        "offer", "renewal", "question", "delivery", "invoice", "visit", "complaint", "training", "contract", "update"
    };
    private static final Instant FIRST_INSTANT = Instant.parse("2025-01-01T00:00:00Z");

    private final long seed;

    InteractionRowGenerator(long seed) {
        this.seed = seed;
    }

    List<InteractionRow> rows(int startInclusive, int endExclusive) {
        List<InteractionRow> rows = new ArrayList<>(endExclusive - startInclusive);
        for (int i = startInclusive; i < endExclusive; i++) {
            rows.add(row(i));
        }
        return rows;
    }

    private InteractionRow row(int index) {
        SplittableRandom random = new SplittableRandom(seed + index);
        StringBuilder content = new StringBuilder(160);
        int words = 10 + random.nextInt(15);
        for (int i = 0; i < words; i++) {
            content.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return new InteractionRow(
                "m-" + index,
                new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0000L + random.nextInt(ACCOUNTS)),
                CHANNELS[random.nextInt(CHANNELS.length)],
                random.nextBoolean() ? "INBOUND" : "OUTBOUND",
                FIRST_INSTANT.plusSeconds(index * 31L).plusNanos(random.nextInt(1_000_000) * 1000L),
                WORDS[random.nextInt(WORDS.length)] + " " + index,
                content.toString());
    }
}
