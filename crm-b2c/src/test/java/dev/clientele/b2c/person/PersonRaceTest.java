package dev.clientele.b2c.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.Store;
import dev.clientele.b2c.StoredTest;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.testing.Race;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of persons when 32 load and edit them at once. */
@ParameterizedClass
@EnumSource(Store.class)
class PersonRaceTest extends StoredTest {

    private static final int PERSONS = 20;

    PersonRaceTest(Store store) {
        super(store);
    }

    /** The same persons, beginning with another one for each loader. */
    private static List<Person> loaded(int loader) {
        return IntStream.range(0, PERSONS)
                .map(i -> (i + loader) % PERSONS)
                .mapToObj(i -> Person.named(PersonName.of("Customer " + i)).from("shop", "customer-" + i))
                .toList();
    }

    @Test
    void a_file_that_many_load_at_once_is_stored_once_and_nobody_is_refused() {
        List<List<Id<Person>>> ids = Race.all(loader -> b2c.persons().addMissing(loaded(loader)).stream()
                .map(Entity::id)
                .toList());

        assertThat(b2c.persons().all().count()).isEqualTo(PERSONS);
        assertThat(ids).allSatisfy(each -> assertThat(each).containsExactlyInAnyOrderElementsOf(ids.get(0)));
    }

    @Test
    void a_person_whom_many_edit_is_changed_by_the_first() {
        Person ana = person("Ana");

        long saved = Race.count(
                i -> b2c.persons().save(ana.with(Person.GENDER, i % 2 == 0 ? "f" : "x")), StaleVersionException.class);

        assertThat(saved).isEqualTo(1);
    }
}
