package dev.clientele.b2b.deal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.B2b;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.memory.MemoryStorage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deals that were stored before it was kept where they were closed from. */
class OpportunityUpcastTest {

    private static final Instant START = Instant.parse("2027-01-01T10:00:00.123456Z");
    private static final LocalDate DAY = LocalDate.of(2027, 1, 9);
    private static final TenantId ACME = TenantId.of("acme");

    private final Pipeline one = Pipeline.standard().withId(Id.of(new UUID(0, 1)));
    private final Pipeline two =
            Pipeline.standard().with(Pipeline.CODE, "other").withId(Id.of(new UUID(0, 2)));
    private final Opportunity open = Opportunity.named("Deal")
            .withId(Id.of(new UUID(0, 3)))
            .openedIn(one, START)
            .movedTo(two, two.stage("propose"), START.plusSeconds(3600))
            .movedTo(one, one.stage("discover"), START.plusSeconds(7200))
            .movedTo(two, two.stage("negotiate"), START.plusSeconds(9000));

    private final Storage storage = MemoryStorage.create();
    private final CrmSession session = Crm.on(storage)
            .types(B2b.types())
            .build()
            .session(ACME, Actor.user("alice"))
            .forImportOfHistory();
    private final Repository<Opportunity> deals = session.repository(Opportunity.TYPE);

    @BeforeEach
    void two_pipelines() {
        session.repository(Pipeline.TYPE).addAll(List.of(one, two));
    }

    /** Stores a deal, then what version 1 would have stored in its place. */
    private void assertIsReadFromVersionOne(Opportunity given) {
        Opportunity deal = deals.add(given);
        UUID id = deal.id().value();
        try (StorageSession writing = storage.write(ACME)) {
            Document now = writing.find(Opportunity.TYPE.name(), id).orElseThrow();
            Map<String, Object> columns = new HashMap<>(now.fields());
            columns.remove(Opportunity.CLOSED_FROM.name());
            columns.remove(Opportunity.CYCLE_DAYS.name());
            String body = now.body()
                    .replaceFirst("\"_chains\":\\{\"\":\\{[^}]*}},", "")
                    .replaceFirst("\"_version\":2", "\"_version\":1");
            assertThat(body).doesNotContain("_chains");
            assertThat(body).isNotEqualTo(now.body());
            writing.write(List.of(new Write.Delete(now.type(), id, now.version())));
            writing.write(List.of(new Write.Insert(new Document(now.type(), id, 0, columns, body))));
            writing.commit();
        }

        assertThat(deals.get(deal.id())).isEqualTo(deal);
    }

    @Test
    void a_closed_deal_of_version_1_is_read_with_where_it_was_closed_from_and_how_long_it_took() {
        Opportunity won = open.won(two, START.plusSeconds(8 * 86_400 + 43_200), DAY, null);
        Opportunity lostElsewhere = open.lost(one, START.plusSeconds(90_000), DAY, "price");

        assertThat(won.get(Opportunity.CLOSED_FROM)).isEqualTo("negotiate");
        assertThat(won.get(Opportunity.CYCLE_DAYS)).isEqualTo(9);
        assertThat(lostElsewhere.get(Opportunity.CLOSED_FROM)).isEqualTo("discover");
        assertIsReadFromVersionOne(won);
        assertIsReadFromVersionOne(lostElsewhere.withId(Id.of(new UUID(0, 4))));
    }

    @Test
    void an_open_deal_of_version_1_is_read_as_it_is() {
        assertIsReadFromVersionOne(open);
    }

    @Test
    void nobody_can_write_what_the_history_says_otherwise() {
        Opportunity won = open.won(two, START.plusSeconds(86_400), DAY, null);

        assertThat(Opportunity.TYPE.validate(won)).isEmpty();
        assertThat(Opportunity.TYPE.validate(won.with(Opportunity.CYCLE_DAYS, 7L)))
                .hasSize(1);
        assertThat(Opportunity.TYPE.validate(won.without(Opportunity.CLOSED_FROM)))
                .hasSize(1);
        assertThat(Opportunity.TYPE.validate(open.with(Opportunity.CLOSED_FROM, "propose")))
                .hasSize(1);
    }
}
