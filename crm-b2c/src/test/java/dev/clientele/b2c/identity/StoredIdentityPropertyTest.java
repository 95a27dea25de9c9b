package dev.clientele.b2c.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.StoredTest;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.identity.survivorship.PersonProjection;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.Crm;
import dev.clientele.core.access.Actor;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.entity.Id;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.memory.MemoryStorage;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Stored persons depend on what systems and people said, never on the order or the batches in which it arrived. */
class StoredIdentityPropertyTest {

    @Property(tries = 40)
    void one_by_one_and_in_shuffled_batches_the_persons_are_the_same(@ForAll("cases") RandomArrivals random) {
        List<SourceRecord> statements = random.statements(25);
        B2c oneByOne = empty();
        statements.forEach(oneByOne.identity()::identify);

        List<SourceRecord> shuffled = shuffled(statements, random);
        shuffled.addAll(shuffled.subList(0, shuffled.size() / 3));
        B2c inBatches = empty();
        for (int from = 0; from < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), from + 1 + random.random().nextInt(6));
            inBatches.identity().identifyAll(shuffled.subList(from, to));
            from = to;
        }

        assertThat(persons(inBatches)).isEqualTo(persons(oneByOne));
    }

    @Property(tries = 40)
    void persons_whom_people_add_in_between_belong_to_the_same_records(@ForAll("cases") RandomArrivals random) {
        List<SourceRecord> statements = random.statements(15);
        B2c before = empty();
        addByHand(before, 0);
        addByHand(before, 1);
        before.identity().identifyAll(statements);
        before.identity().captureEntered(before.persons().all());

        B2c between = empty();
        List<SourceRecord> shuffled = shuffled(statements, random);
        int first = random.random().nextInt(shuffled.size() + 1);
        for (int i = 0; i <= shuffled.size(); i++) {
            if (i == first) {
                addByHand(between, 1);
            }
            if (i < shuffled.size()) {
                between.identity().identify(shuffled.get(i));
            }
        }
        addByHand(between, 0);
        between.identity().captureEntered(between.persons().all());

        assertThat(persons(between)).isEqualTo(persons(before));
    }

    @Property(tries = 40)
    void a_person_follows_from_its_records(@ForAll("cases") RandomArrivals random) {
        B2c b2c = empty();
        addByHand(b2c, 0);
        random.statements(25).forEach(b2c.identity()::identify);

        try (Stream<Person> persons = b2c.persons().all().stream()) {
            persons.forEach(person -> {
                List<SourceRecord> records = b2c.identity().records(person.id());
                assertThat(person)
                        .isEqualTo(
                                records.isEmpty()
                                        ? person
                                        : PersonProjection.project(
                                                person, records, b2c.identity().survivorship()));
                records.forEach(record -> assertThat(
                                b2c.persons().currentId(Id.of(record.id().value())))
                        .isEqualTo(person.id()));
            });
        }
        assertThat(b2c.persons().all().count()).isEqualTo(persons(b2c).size() + alone(b2c));
    }

    /** Persons whom people added and no record concerns. */
    private static long alone(B2c b2c) {
        try (Stream<Person> persons = b2c.persons().all().stream()) {
            return persons.filter(person -> b2c.identity().records(person.id()).isEmpty())
                    .count();
        }
    }

    private static void addByHand(B2c b2c, int number) {
        b2c.persons()
                .add(Person.named(PersonName.of("By Hand" + number))
                        .withContactPoint(ContactPoint.email("v" + number + "@example.com")));
    }

    private static List<SourceRecord> shuffled(List<SourceRecord> statements, RandomArrivals random) {
        List<SourceRecord> shuffled = new ArrayList<>(statements);
        Collections.shuffle(shuffled, random.random());
        return shuffled;
    }

    /** The source keys of the records of each person; what people entered by the name that they gave. */
    static Set<Set<String>> persons(B2c b2c) {
        Map<Id<Person>, Set<String>> persons = new HashMap<>();
        try (Stream<SourceRecord> records = b2c.identity().records().all().stream()) {
            records.filter(record -> record.person().isPresent())
                    .forEach(record -> persons.computeIfAbsent(record.person().orElseThrow(), id -> new TreeSet<>())
                            .add(
                                    record.isByHand()
                                            ? record.said().displayName()
                                            : record.require(SourceRecord.SOURCE_KEY)));
        }
        return Set.copyOf(persons.values());
    }

    static B2c empty() {
        B2c b2c = B2c.in(Crm.on(MemoryStorage.create())
                .types(B2c.types())
                .clock(Clock.fixed(StoredTest.NOW, ZoneOffset.UTC))
                .build()
                .session(TenantId.of("acme"), Actor.user("alice")));
        b2c.identity().setPolicy(RandomArrivals.policy());
        return b2c;
    }

    @Provide
    Arbitrary<RandomArrivals> cases() {
        return Arbitraries.longs().map(seed -> new RandomArrivals(new Random(seed)));
    }
}
