package dev.clientele.examples.benchmarks.append;

import java.time.Instant;
import java.util.UUID;

/**
 * An interaction as plain values.
 *
 * @param externalId its id in the mailbox or telephone system it comes from
 * @param account whom it was with
 * @param channel code of the channel
 * @param direction {@code INBOUND} or {@code OUTBOUND}
 * @param occurredAt when, in whole microseconds
 * @param title a line
 * @param content some sentences
 */
record InteractionRow(
        String externalId,
        UUID account,
        String channel,
        String direction,
        Instant occurredAt,
        String title,
        String content) {}
