package dev.clientele.b2c.person;

import dev.clientele.core.customer.ContactPoint;
import dev.clientele.core.customer.ContactPointKind;
import dev.clientele.core.customer.ContactPoints;
import java.util.Set;
import java.util.TreeSet;

/** The search keys of a person's e-mail addresses and phone numbers. */
final class PersonContactKeys {

    /** An e-mail key may be longer than what was written: domains in ASCII grow. */
    static final int MAX_LENGTH = 400;

    private PersonContactKeys() {}

    static String of(ContactPoint point) {
        return switch (point.kind()) {
            case EMAIL -> "email:" + point.key();
            case PHONE -> "phone:" + point.key();
            default ->
                throw new IllegalArgumentException(
                        "point must be an e-mail address or a phone number, got " + point.kind());
        };
    }

    static Set<String> of(ContactPoints points) {
        Set<String> keys = new TreeSet<>();
        for (ContactPoint point : points) {
            if (point.kind() == ContactPointKind.EMAIL || point.kind() == ContactPointKind.PHONE) {
                keys.add(of(point));
            }
        }
        return keys;
    }
}
