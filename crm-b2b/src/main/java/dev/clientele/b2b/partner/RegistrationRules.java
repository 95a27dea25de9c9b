package dev.clientele.b2b.partner;

import dev.clientele.core.entity.Field;
import dev.clientele.core.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/** The rules that a registration meets, and those of its changes. */
final class RegistrationRules {

    private RegistrationRules() {}

    static List<Violation> violations(DealRegistration registration) {
        List<Violation> violations = new ArrayList<>();
        RegistrationStatus status = registration.require(DealRegistration.STATUS);
        Optional<String> decidedBy = registration.find(DealRegistration.DECIDED_BY);
        boolean decided = decidedBy.isPresent();
        if (decided != (registration.get(DealRegistration.DECIDED_AT) != null)) {
            violations.add(violation(DealRegistration.DECIDED_AT, "is there exactly with decided_by"));
        }
        boolean granted = status == RegistrationStatus.APPROVED || status == RegistrationStatus.CONVERTED;
        boolean open = status == RegistrationStatus.SUBMITTED;
        boolean refused = status == RegistrationStatus.REJECTED;
        if (status == RegistrationStatus.EXPIRED) {
            violations.add(violation(DealRegistration.STATUS, "can't be stored as EXPIRED: the clock says so"));
        } else if (decided ? open : (granted || refused)) {
            violations.add(violation(DealRegistration.STATUS, "must be SUBMITTED exactly while nobody has decided"));
        }
        if (decided && decidedBy.equals(registration.find(DealRegistration.SUBMITTED_BY))) {
            violations.add(violation(DealRegistration.DECIDED_BY, "must be somebody else than who handed it in"));
        }
        boolean dated = registration.get(DealRegistration.VALID_UNTIL) != null;
        if (dated ? (open || refused) : granted) {
            violations.add(violation(DealRegistration.VALID_UNTIL, "is there exactly once it was granted"));
        }
        boolean converted = status == RegistrationStatus.CONVERTED;
        if (converted != (registration.get(DealRegistration.OPPORTUNITY) != null)) {
            violations.add(violation(DealRegistration.OPPORTUNITY, "is there exactly once it was converted"));
        }
        Money amount = registration.get(DealRegistration.AMOUNT);
        if (amount != null && amount.isNegative()) {
            violations.add(violation(DealRegistration.AMOUNT, "must not be negative"));
        }
        return violations;
    }

    static List<Violation> changeViolations(DealRegistration before, DealRegistration after) {
        List<Violation> violations = new ArrayList<>();
        RegistrationStatus was = before.require(DealRegistration.STATUS);
        RegistrationStatus is = after.require(DealRegistration.STATUS);
        if (was != is && !was.next().contains(is)) {
            violations.add(violation(DealRegistration.STATUS, "is " + was + " and can't become " + is));
        }
        keep(violations, before, after, DealRegistration.COMPANY);
        keep(violations, before, after, DealRegistration.DOMAIN);
        keep(violations, before, after, DealRegistration.SUBMITTED_BY);
        keep(violations, before, after, DealRegistration.SUBMITTED_AT);
        return violations;
    }

    private static void keep(
            List<Violation> violations,
            DealRegistration before,
            DealRegistration after,
            Field<DealRegistration, ?> field) {
        if (!Objects.equals(before.get(field), after.get(field))) {
            violations.add(violation(field, "stays as it was handed in: withdraw it and hand in another"));
        }
    }

    private static Violation violation(Field<DealRegistration, ?> field, String reason) {
        return new Violation(field.name(), reason);
    }
}
