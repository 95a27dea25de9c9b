package dev.clientele.core;

import static dev.clientele.persistence.criteria.SortDirection.DESCENDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.ComputedRow;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.memory.MemoryStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code that the packages' tours show, run. */
@SuppressWarnings("SameNameButDifferent") // the vessel that the tour declares is shown under its own name
class TourTest {

    private final Storage storage = MemoryStorage.create();

    @Test
    void the_tour_of_the_doors_runs() {
        Crm crm = Crm.on(storage).type(Vessel.TYPE).build();
        CrmSession session = crm.session(TenantId.of("acme"), Actor.user("alice"));
        Vessel aurora = session.repository(Vessel.TYPE).add(Vessel.named("Aurora"));
        session.runInTransaction(tx -> {
            tx.repository(Vessel.TYPE).save(aurora.with(Vessel.TONNAGE, 81_000L));
            tx.timeline().record(Interaction.of(Channel.CALL, Direction.OUTBOUND, tx.now(), aurora.id()));
        });
        Page<Vessel> largest = session.repository(Vessel.TYPE)
                .query(Vessel.TONNAGE.atLeast(5_000L))
                .sortedBy(Vessel.TONNAGE, DESCENDING)
                .page(20);

        assertThat(largest.items())
                .extracting(vessel -> vessel.get(Vessel.TONNAGE))
                .containsExactly(81_000L);
        assertThat(session.timeline().forRecord(aurora.id()).count()).isEqualTo(1);
    }

    @Test
    void the_tour_of_declarations_runs() {
        EntityTypeBuilder<Vessel> extend = Vessel.TYPE.extend();
        OrderedField<Vessel, Long> crew = extend.integer("crew");
        Crm crm = Crm.on(storage).type(extend.build()).build();

        CrmSession session = crm.session(TenantId.of("acme"), Actor.user("alice"));
        Vessel stored =
                session.repository(Vessel.TYPE).add(Vessel.named("Aurora").with(crew, 21L));
        assertThat(session.repository(Vessel.TYPE).get(stored.id()).get(crew)).isEqualTo(21L);

        EntityTypeBuilder<Vessel> later = Vessel.TYPE.extend();
        OrderedField<Vessel, Long> before = later.integer("crew", Trait.FORMER);
        OrderedField<Vessel, Long> crewSize = later.integer("crew_size");
        Crm upgraded =
                Crm.on(storage).type(later.renamed(before, crewSize).build()).build();

        assertThat(upgraded.session(TenantId.of("acme"), Actor.user("alice"))
                        .repository(Vessel.TYPE)
                        .get(stored.id())
                        .get(crewSize))
                .isEqualTo(21L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "entity/", "interaction/"})
    void every_line_that_a_tour_shows_stands_here(String folder) throws IOException {
        String here = squeezed(read("src/test/java/dev/clientele/core/TourTest.java"))
                .replace("staticfinalclass", "finalclass");
        String tour = folder.equals("interaction/")
                ? read("src/main/java/dev/clientele/core/interaction/Timeline.java")
                : read("src/main/java/dev/clientele/core/" + folder + "package-info.java");
        Matcher shown =
                Pattern.compile("<pre>\\{@code(.*?)\\}</pre>", Pattern.DOTALL).matcher(tour);
        assertThat(shown.find()).isTrue();
        do {
            List<String> lines = shown.group(1)
                    .lines()
                    .map(line -> squeezed(line.replaceFirst("^ \\*", "")))
                    .toList();
            assertThat(lines).allSatisfy(line -> assertThat(here).contains(line));
        } while (shown.find());
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }

    @Test
    void the_tour_of_the_timeline_runs() {
        CrmSession session =
                Crm.on(storage).type(Vessel.TYPE).build().session(TenantId.of("acme"), Actor.user("alice"));
        var timeline = session.timeline();
        var when = session.now();
        var account = session.repository(Vessel.TYPE).add(Vessel.named("Aurora"));

        timeline.record(Interaction.of(Channel.CALL, Direction.OUTBOUND, when, account.id())
                .with(Interaction.TITLE, "Renewal"));
        Page<Interaction> latest = timeline.forRecord(account.id()).page(20);
        Page<Interaction> calls = timeline.forRecord(account.id(), Channel.CALL).page(20);

        assertThat(latest).isEqualTo(calls);
    }

    /** The type that the tour of declarations declares. */
    static final class Tour {
        private Tour() {}

        public static final class Vessel extends Entity<Vessel> {
            private static final EntityTypeBuilder<Vessel> DECLARE = EntityType.define("vessel", Vessel::new);

            public static final TextField<Vessel> NAME = DECLARE.text("name", 120, Trait.REQUIRED, Trait.SEARCHABLE);
            public static final OrderedField<Vessel, Long> TONNAGE = DECLARE.integer("tonnage");
            public static final MoneyField<Vessel> CHARTER_RATE = DECLARE.money("charter_rate");
            public static final OrderedField<Vessel, Double> RISK = DECLARE.real("risk", Trait.COMPUTED, Trait.INDEXED);

            public static final EntityType<Vessel> TYPE = DECLARE.build();

            private Vessel(EntityState<Vessel> state) {
                super(state);
            }

            public static Vessel named(String name) {
                return TYPE.newEntity().with(NAME, name);
            }
        }

        /** What a machine has computed about a vessel. */
        record Risk(Id<Vessel> vessel, double value) {}

        static void store(Repository<Vessel> vessels, List<Risk> risks) {
            Stream<ComputedRow<Vessel>> rows =
                    risks.stream().map(it -> Vessel.TYPE.computed(it.vessel()).with(Vessel.RISK, it.value()));
            vessels.compute(List.of(Vessel.RISK), rows);
        }
    }

    @Test
    void the_tour_of_computed_fields_runs() {
        Crm crm = Crm.on(storage).type(Tour.Vessel.TYPE).build();
        var vessels = crm.session(TenantId.of("acme"), Actor.user("alice")).repository(Tour.Vessel.TYPE);
        var aurora = vessels.add(Tour.Vessel.named("Aurora"));

        Tour.store(vessels, List.of(new Tour.Risk(aurora.id(), 0.25)));

        assertThat(vessels.get(aurora.id()).get(Tour.Vessel.RISK)).isEqualTo(0.25);
    }

    @Test
    void the_type_that_the_tour_declares_works() {
        Crm crm = Crm.on(storage).type(Tour.Vessel.TYPE).build();
        var vessels = crm.session(TenantId.of("acme"), Actor.user("alice")).repository(Tour.Vessel.TYPE);

        assertThat(vessels.add(Tour.Vessel.named("Aurora")).version()).isEqualTo(1);
    }
}
