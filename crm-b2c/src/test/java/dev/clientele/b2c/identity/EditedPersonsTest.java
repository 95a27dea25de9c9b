package dev.clientele.b2c.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clientele.b2c.Store;
import dev.clientele.b2c.StoredTest;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.core.merge.MergedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** People edit persons while the machine makes them one: nothing that was accepted is lost, and who is refused is told. */
@ParameterizedClass
@EnumSource(Store.class)
class EditedPersonsTest extends StoredTest {

    EditedPersonsTest(Store store) {
        super(store);
    }

    private Id<Person> ana() {
        return b2c.identity()
                .identify(SourceRecord.of("shop", "1")
                        .name(PersonName.of("Ana", "Silva"))
                        .email("ana@example.com"))
                .person();
    }

    private Id<Person> rui() {
        return b2c.identity()
                .identify(SourceRecord.of("shop", "2")
                        .name(PersonName.of("Rui", "Lopes"))
                        .phone("+351210000000"))
                .person();
    }

    private static SourceRecord mixed() {
        return SourceRecord.of("till", "9").email("ana@example.com").phone("+351210000000");
    }

    private Person get(Id<Person> id) {
        return b2c.persons().get(id);
    }

    @Test
    void an_edit_begun_before_the_merge_is_refused_and_tells_where_the_person_is_now() {
        Person ana = get(ana());
        Person rui = get(rui());
        b2c.identity().identify(mixed());

        assertThatThrownBy(() -> b2c.persons().save(ana.with(Person.GENDER, "f")))
                .isInstanceOf(StaleVersionException.class);
        MergedException told =
                catchThrowableOfType(MergedException.class, () -> b2c.persons().save(rui.with(Person.GENDER, "m")));
        assertThat(told.survivor()).isEqualTo(ana.id().value());
    }

    @Test
    void an_edit_between_the_arrival_of_a_record_and_its_decision_is_in_the_survivor_and_comes_back_with_its_person() {
        Id<Person> ana = ana();
        Id<Person> rui = rui();
        session.runInTransaction(tx -> new RecordArrival(tx, new PolicyStore(tx).rely()).store(List.of(mixed())));
        b2c.persons().save(get(rui).with(Person.MEMBER_CARD, "Silver"));
        b2c.identity().settlePending(100);

        assertThat(get(ana).get(Person.MEMBER_CARD)).isEqualTo("Silver");

        b2c.identity().unmerge(b2c.identity().decisions(ana).get(0));
        assertThat(get(ana).find(Person.MEMBER_CARD)).isEmpty();
        assertThat(get(rui).get(Person.MEMBER_CARD)).isEqualTo("Silver");
    }

    @Test
    void edits_that_race_with_a_merge_are_in_the_survivor_or_refused() throws Exception {
        Id<Person> ana = ana();
        Id<Person> rui = rui();
        ExecutorService people = Executors.newFixedThreadPool(3);
        List<CompletableFuture<Set<String>>> editors = new ArrayList<>();
        for (Id<Person> person : List.of(ana, rui)) {
            editors.add(CompletableFuture.supplyAsync(() -> accepted(person), people));
        }
        CompletableFuture<Identified> merged =
                CompletableFuture.supplyAsync(() -> b2c.identity().identify(mixed()), people);

        Set<String> accepted = new TreeSet<>();
        for (CompletableFuture<Set<String>> editor : editors) {
            accepted.addAll(editor.get());
        }
        assertThat(merged.get().person()).isEqualTo(ana);
        people.shutdown();
        assertThat(get(ana).getOrDefault(Person.TAGS, Set.of())).containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(accepted).isNotEmpty();
    }

    /** Adds tags one after the other; returns those that were accepted. */
    private Set<String> accepted(Id<Person> person) {
        return IntStream.range(0, 20)
                .mapToObj(i -> person + "-" + i)
                .filter(tag -> isAccepted(person, tag))
                .collect(Collectors.toSet());
    }

    private boolean isAccepted(Id<Person> person, String tag) {
        try {
            Person read = get(person);
            Set<String> tags = new TreeSet<>(read.getOrDefault(Person.TAGS, Set.of()));
            tags.add(tag);
            b2c.persons().save(read.with(Person.TAGS, tags));
            return true;
        } catch (StaleVersionException | MergedException refused) {
            return false;
        }
    }

    @Test
    void persons_whom_people_have_added_or_edited_are_found_when_that_is_captured() {
        Id<Person> ana = ana();
        Person added = b2c.persons()
                .add(Person.named(PersonName.of("A. Silva")).withContactPoint(ContactPoint.phone("+351219999999")));
        assertThat(b2c.persons().all().count()).isEqualTo(2);

        b2c.persons().save(get(ana).withContactPoint(ContactPoint.phone("+351219999999")));
        b2c.identity().captureEntered(b2c.persons().all());

        assertThat(b2c.persons().all().count()).isEqualTo(1);
        assertThat(get(b2c.persons().currentId(added.id())).contactPoints().points())
                .hasSize(2);
        assertThat(b2c.identity().decisions(ana)).first().satisfies(decision -> {
            assertThat(decision.words()).isNotEmpty();
            b2c.identity().unmerge(decision);
        });
        assertThat(get(added.id()).displayName()).isEqualTo("A. Silva");
        assertThat(b2c.identity().captureEntered(b2c.persons().all())).isZero();
    }

    @Test
    void who_had_begun_with_a_record_goes_along_to_its_next_person() {
        Id<Person> ana = ana();
        Id<Person> eva = b2c.identity()
                .identify(SourceRecord.of("crm", "7").email("eva@example.com"))
                .person();
        SourceRecord till = SourceRecord.of("till", "3");
        Id<Person> begun = b2c.identity()
                .identify(till.said(NOW.minusSeconds(90)).device("d-1"))
                .person();
        b2c.identity().identify(till.said(NOW.minusSeconds(60)).email("ana@example.com"));
        assertThat(b2c.persons().currentId(begun)).isEqualTo(ana);

        b2c.identity().identify(till.said(NOW.minusSeconds(30)).email("eva@example.com"));

        assertThat(b2c.persons().currentId(begun)).isEqualTo(eva);
        assertThat(b2c.persons().all().count()).isEqualTo(2);
    }
}
