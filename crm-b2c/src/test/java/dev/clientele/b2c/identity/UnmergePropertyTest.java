package dev.clientele.b2c.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.StoredTest;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.purchase.Purchase;
import dev.clientele.b2c.purchase.PurchaseLedger;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.TypeSet;
import dev.clientele.core.access.Actor;
import dev.clientele.core.customer.Consent;
import dev.clientele.core.customer.ConsentChannel;
import dev.clientele.core.customer.ConsentPurpose;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.entity.Id;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.memory.MemoryStorage;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A merge that is taken back leaves nothing behind: persons, records, purchases, events, consents and memberships are as before. */
class UnmergePropertyTest {

    private final CrmSession session = Crm.on(MemoryStorage.create())
            .types(B2c.types())
            .types(TypeSet.of(ClubMembership.TYPE))
            .clock(Clock.fixed(StoredTest.NOW, ZoneOffset.UTC))
            .build()
            .session(TenantId.of("acme"), Actor.user("alice"));
    private final B2c b2c = B2c.in(session);

    @Property(tries = 20)
    void what_people_made_one_and_took_back_is_as_it_was(@ForAll Random random) {
        Id<Person> one = person(random, "a");
        Id<Person> other = person(random, "b");
        Map<String, Object> before = state(one, other);

        IdentityDecision same = b2c.identity().same(one, other);
        assertThat(b2c.persons().currentId(other)).isEqualTo(b2c.persons().currentId(one));
        b2c.identity().unmerge(same);

        assertThat(state(one, other)).isEqualTo(before);
    }

    @Property(tries = 20)
    void what_a_record_made_one_and_somebody_took_back_is_as_it_was(@ForAll Random random) {
        Id<Person> one = person(random, "a");
        Id<Person> other = person(random, "b");
        Map<String, Object> before = state(one, other);

        Identified both = b2c.identity()
                .identify(SourceRecord.of("till", "mixed" + random.nextLong())
                        .device(deviceOf(one))
                        .device(deviceOf(other)));
        assertThat(both.outcome()).isEqualTo(IdentityOutcome.MERGED);
        b2c.identity().unmerge(both.decision().orElseThrow());

        Map<String, Object> after = state(one, other);
        after.keySet().removeIf(key -> key.endsWith(" records"));
        before.keySet().removeIf(key -> key.endsWith(" records"));
        forgetTheMixed(after);
        assertThat(after).isEqualTo(before);
    }

    /** The record that was about both stays with one of them, who has its id. */
    private static void forgetTheMixed(Map<String, Object> state) {
        state.replaceAll((key, value) -> value instanceof Map<?, ?> fields ? withoutMixed(fields) : value);
    }

    private static Map<String, Object> withoutMixed(Map<?, ?> fields) {
        Map<String, Object> kept = new TreeMap<>();
        fields.forEach((name, value) -> {
            Object left = value instanceof List<?> list
                    ? list.stream()
                            .filter(each -> !each.toString().startsWith("till:mixed"))
                            .toList()
                    : value;
            if (!List.of().equals(left)) {
                kept.put((String) name, left);
            }
        });
        return kept;
    }

    private static String deviceOf(Id<Person> person) {
        return "device of " + person;
    }

    /** A person whom systems, people or both know, with something of everything. */
    private Id<Person> person(Random random, String suffix) {
        String number = Long.toString(random.nextLong(), 36) + suffix;
        Id<Person> id = random.nextBoolean()
                ? b2c.persons()
                        .add(Person.named(PersonName.of("By", "Hand" + number))
                                .withContactPoint(ContactPoint.email(number + "@example.com")))
                        .id()
                : b2c.identity()
                        .identify(SourceRecord.of("shop", number)
                                .name(PersonName.of("Of", "Shop" + number))
                                .email(number + "@example.com"))
                        .person();
        b2c.identity()
                .identify(SourceRecord.of("app", number)
                        .email(number + "@example.com")
                        .device(deviceOf(id)));
        Person person = b2c.persons().get(id);
        if (random.nextBoolean()) {
            person = person.with(Person.TAGS, Set.of("t" + random.nextInt(3))).with(Person.GENDER, suffix);
        }
        if (random.nextBoolean()) {
            person = person.withConsent(Consent.given(
                    ConsentPurpose.of("news"),
                    ConsentChannel.EMAIL,
                    StoredTest.NOW.minusSeconds(60),
                    "form " + number));
        }
        b2c.persons().save(person);
        for (int i = random.nextInt(3); i > 0; i--) {
            b2c.purchases()
                    .record(Purchase.of(
                            "shop", number + i, id, Money.of(CurrencyUnit.GBP, i), StoredTest.NOW.minusSeconds(i)));
        }
        session.timeline().record(Interaction.of(Channel.CALL, Direction.INBOUND, StoredTest.NOW, id));
        Set.of("chess", "rowing").stream()
                .filter(club -> random.nextBoolean())
                .forEach(club -> session.repository(ClubMembership.TYPE).add(ClubMembership.of(id, club)));
        return id;
    }

    private Map<String, Object> state(Id<Person> one, Id<Person> other) {
        Map<String, Object> state = new TreeMap<>();
        for (Id<Person> id : List.of(one, other)) {
            Map<String, Object> fields =
                    new TreeMap<>(Person.TYPE.toJson(b2c.persons().get(id)));
            fields.remove(Person.PROJECTED.name());
            state.put(id + " fields", fields);
            state.put(id + " records", keys(id));
            state.put(
                    id + " bought",
                    b2c.purchases()
                            .ledger(id)
                            .map(ledger ->
                                    ledger.get(PurchaseLedger.SPENT) + " " + ledger.get(PurchaseLedger.PURCHASES))
                            .orElse("nothing"));
            state.put(id + " calls", b2c.timeline(id).onChannel(Channel.CALL).count());
            try (Stream<ClubMembership> clubs =
                    session.repository(ClubMembership.TYPE).query(ClubMembership.MEMBER.is(id)).stream()) {
                state.put(
                        id + " clubs",
                        clubs.map(club -> club.get(ClubMembership.CLUB))
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return state;
    }

    /** By hand or not: what people entered becomes a record when the machine looks at it. */
    private Set<String> keys(Id<Person> id) {
        return b2c.identity().records(id).stream()
                .filter(record -> !record.isByHand())
                .map(record -> record.require(SourceRecord.SOURCE_KEY))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
