package dev.clientele.examples.quickstart.consumers;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPoints;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.entity.Id;
import dev.clientele.examples.quickstart.load.ContactDetails;
import dev.clientele.examples.quickstart.load.Remark;
import dev.clientele.examples.quickstart.load.StableId;
import dev.clientele.examples.quickstart.source.foodmart.Consumer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holders of a customer card as persons. */
final class ConsumerPersonLoad {

    /** The name of the system that they come from. */
    static final String SOURCE = "foodmart";

    private static final String NO_PHONE =
            "phone numbers of consumers left out: no number of that length in the country";

    private ConsumerPersonLoad() {}

    static List<Remark> store(CrmSession tx, List<Consumer> consumers) {
        List<Person> persons = new ArrayList<>();
        int unreachable = 0;
        for (Consumer consumer : consumers) {
            ContactPoints points = phones(consumer);
            unreachable += consumer.phones().size() - points.points().size();
            persons.add(person(consumer).withContactPoints(points));
        }
        B2c.in(tx).persons().addAll(persons);
        return unreachable == 0 ? List.of() : List.of(new Remark(unreachable, NO_PHONE));
    }

    private static Person person(Consumer consumer) {
        return Person.named(PersonName.of(consumer.firstName(), consumer.lastName()))
                .withId(id(consumer.id()))
                .from(SOURCE, Integer.toString(consumer.id()))
                .withAddresses(List.of(ContactDetails.postalAddress(consumer.address())))
                .with(Person.LOYALTY_NUMBER, Long.toString(consumer.accountNumber()))
                .with(Person.MEMBER_CARD, consumer.memberCard().text())
                .with(Person.BIRTH_DATE, consumer.birthDate())
                .with(Person.GENDER, consumer.demographics().gender());
    }

    private static ContactPoints phones(Consumer consumer) {
        ContactPoints points = ContactPoints.none();
        for (String number : consumer.phones()) {
            Optional<ContactPoint> phone =
                    ContactDetails.phone(number, consumer.address().country());
            points = phone.map(points::plus).orElse(points);
        }
        return points;
    }

    static Id<Person> id(int consumer) {
        return StableId.of("consumer", consumer);
    }
}
