package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.value.MoneyTotals;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.memory.MemoryStorage;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class CrmTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final List<Change> heard = new ArrayList<>();
    private final Crm crm = Crm.on(MemoryStorage.create())
            .type(Vessel.TYPE)
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .random(new Random(7))
            .listener("heard", (tenant, change) -> heard.add(change))
            .build();
    private final CrmSession session = crm.session(TenantId.of("acme"), Actor.user("alice"));
    private final Repository<Vessel> vessels = session.repository(Vessel.TYPE);

    @Test
    void every_kind_of_field_comes_back_as_it_was_stored() {
        Vessel sister = vessels.add(Vessel.named("Aurora"));
        Vessel full = Vessel.named("  Borealis ")
                .with(Vessel.IMO, "9074729")
                .with(Vessel.MASTER, "Ana Silva")
                .with(Vessel.KIND, Vessel.Kind.TANKER)
                .with(Vessel.TONNAGE, 81_000L)
                .with(Vessel.DRAUGHT, new BigDecimal("11.5"))
                .with(Vessel.SPEED, 14.2)
                .with(Vessel.BUILT, LocalDate.of(2009, 2, 28))
                .with(Vessel.LAST_SEEN, NOW)
                .with(Vessel.LAID_UP, false)
                .with(Vessel.CHARTER, Money.parse("EUR 24500.50"))
                .with(Vessel.FLAGS, Set.of("NO", "MT"))
                .with(Vessel.SISTER, sister.id())
                .with(
                        Vessel.BERTHS,
                        List.of(new Vessel.Berth("Bergen", LocalDate.of(2026, 1, 2), Money.parse("NOK 900"))))
                .with(Vessel.REMARKS, "two\nlines");

        Vessel stored = vessels.add(full);

        assertThat(vessels.get(stored.id())).isEqualTo(stored);
        assertThat(stored.get(Vessel.NAME)).isEqualTo("Borealis");
        assertThat(stored.toString()).contains("master=***").doesNotContain("Ana Silva");
    }

    @Test
    void typed_criteria_select_and_pages_follow_each_other() {
        vessels.addAll(IntStream.range(0, 25)
                .mapToObj(i -> Vessel.named("Vessel " + i).with(Vessel.TONNAGE, (long) (i % 5)))
                .toList());

        List<String> seen = new ArrayList<>();
        Page<Vessel> page = vessels.query(Vessel.TONNAGE.atLeast(1L))
                .sortedBy(Vessel.TONNAGE)
                .page(7);
        page.items().forEach(vessel -> seen.add(vessel.require(Vessel.NAME)));
        while (page.next().isPresent()) {
            page = vessels.query(Vessel.TONNAGE.atLeast(1L))
                    .sortedBy(Vessel.TONNAGE)
                    .page(7, page.next().get());
            page.items().forEach(vessel -> seen.add(vessel.require(Vessel.NAME)));
        }

        assertThat(seen).hasSize(20).doesNotHaveDuplicates();
        assertThat(vessels.query(Vessel.NAME.containsIgnoringCase("VESSEL 1")).count())
                .isEqualTo(11);
    }

    @Test
    void a_record_in_memory_meets_what_a_query_would_find() {
        Vessel vessel = Vessel.named("Aurora").with(Vessel.CHARTER, Money.parse("EUR 10"));

        assertThat(vessel.matches(Vessel.CHARTER.atLeast(Money.parse("EUR 9")), NOW))
                .isTrue();
        assertThat(vessel.matches(Vessel.CHARTER.atLeast(Money.parse("USD 9")), NOW))
                .isFalse();
        assertThat(vessel.matches(Vessel.NAME.startsWithIgnoringCase("aur"), NOW))
                .isTrue();
    }

    @Test
    void money_is_summed_per_currency() {
        vessels.add(Vessel.named("a").with(Vessel.CHARTER, Money.parse("EUR 10.10")));
        vessels.add(Vessel.named("b").with(Vessel.CHARTER, Money.parse("EUR 0.90")));
        vessels.add(Vessel.named("c").with(Vessel.CHARTER, Money.parse("USD 5")));
        vessels.add(Vessel.named("d"));

        assertThat(vessels.all().sum(Vessel.CHARTER))
                .isEqualTo(MoneyTotals.of(Money.parse("EUR 11.00"), Money.parse("USD 5.00")));
    }

    @Test
    void a_listener_hears_each_change_after_its_commit_in_order() {
        Vessel vessel = vessels.add(Vessel.named("Aurora"));
        vessel = vessels.save(vessel.with(Vessel.TONNAGE, 7L));
        vessels.remove(vessel);

        assertThat(heard)
                .extracting(Change::action)
                .containsExactly(Change.Action.ADDED, Change.Action.SAVED, Change.Action.REMOVED);
        assertThat(vessels.history(vessel.id())).isEqualTo(heard.stream().toList());
    }

    @Test
    void a_timeline_shows_the_newest_first_whatever_came_in_first() {
        Vessel vessel = vessels.add(Vessel.named("Aurora"));
        session.timeline().record(call(vessel, "2026-02-02T10:00:00Z", "second"));
        session.timeline().record(call(vessel, "2026-02-03T10:00:00Z", "third"));
        session.timeline().record(call(vessel, "2026-02-01T10:00:00Z", "first"));

        assertThat(session.timeline().latest(vessel.id(), 10).items())
                .extracting(Interaction::title)
                .containsExactly("third", "second", "first");
        assertThat(session.timeline().forRecord(vessel.id()).count()).isEqualTo(3);
    }

    private static Interaction call(Vessel vessel, String at, String title) {
        return Interaction.of(Channel.CALL, Direction.OUTBOUND, Instant.parse(at), vessel.id())
                .with(Interaction.TITLE, title);
    }
}
