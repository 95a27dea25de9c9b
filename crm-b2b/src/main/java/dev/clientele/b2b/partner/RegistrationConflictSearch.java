package dev.clientele.b2b.partner;

import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.b2b.partner.RegistrationConflict.RegistrationConflictKind;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The search for conflicts of a registration. */
final class RegistrationConflictSearch {

    private RegistrationConflictSearch() {}

    static List<RegistrationConflict> find(CrmSession session, DealRegistration registration, Prospect prospect) {
        List<RegistrationConflict> conflicts = new ArrayList<>();
        LocalDate today = Partners.today(session);
        Optional<Id<DealRegistration>> own = registration.findId();
        try (Stream<DealRegistration> others = session
                .repository(DealRegistration.TYPE)
                .query(DealRegistration.PROSPECT_KEYS.hasAny(prospect.keys()).and(DealRegistration.activeOn(today)))
                .stream()) {
            others.filter(other -> !other.findId().equals(own))
                    .map(other -> RegistrationConflict.with(
                            other.status(today) == RegistrationStatus.APPROVED
                                    ? RegistrationConflictKind.APPROVED
                                    : RegistrationConflictKind.SUBMITTED,
                            other.id()))
                    .forEach(conflicts::add);
        }
        try (Stream<Opportunity> deals = session
                .repository(Opportunity.TYPE)
                .query(Opportunity.ACCOUNT.in(prospect.accounts()).and(Opportunity.KIND.is(StageKind.OPEN)))
                .stream()) {
            deals.filter(deal -> !registration.partner().equals(deal.get(Opportunity.SOURCED_BY)))
                    .map(RegistrationConflict::with)
                    .forEach(conflicts::add);
        }
        return List.copyOf(conflicts);
    }
}
