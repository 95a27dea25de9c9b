package dev.clientele.examples.benchmarks.append;

import dev.clientele.core.Crm;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Id;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.interaction.Timeline;
import dev.clientele.examples.benchmarks.storage.BenchmarkDatabase;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import java.util.List;
import java.util.stream.Stream;

/** Through this library's timeline. */
final class ClienteleInteractions implements InteractionLog {

    static final String NAME = "Clientele";

    private final Storage storage;
    private final Timeline timeline;

    ClienteleInteractions(BenchmarkDatabase database) {
        database.renew(NAME);
        storage = database.open(NAME);
        timeline = Crm.on(storage)
                .build()
                .session(TenantId.of("acme"), Actor.user("alice"))
                .timeline();
    }

    @Override
    public void append(List<InteractionRow> rows) {
        timeline.record(rows.stream().map(ClienteleInteractions::interaction).toList());
    }

    private static Interaction interaction(InteractionRow row) {
        return Interaction.of(
                        Channel.parse(row.channel()),
                        Direction.valueOf(row.direction()),
                        row.occurredAt(),
                        Id.of(row.account()))
                .with(Interaction.TITLE, row.title())
                .with(Interaction.CONTENT, row.content())
                .withExternalId("mailbox", row.externalId());
    }

    @Override
    public long scan() {
        try (Stream<Interaction> all = timeline.all().stream()) {
            return all.mapToLong(interaction -> interaction.title().length()
                            + interaction.getOrDefault(Interaction.CONTENT, "").length())
                    .sum();
        }
    }

    @Override
    public void close() {
        storage.close();
    }
}
