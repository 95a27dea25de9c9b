package dev.clientele.b2b.channel;

import dev.clientele.b2b.channel.RegistrationConflict.Kind;
import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.b2b.pipeline.StageKind;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for what else goes on with a prospect. */
final class Conflicts {

    private Conflicts() {}

    static List<RegistrationConflict> of(CrmSession session, DealRegistration registration, Prospect prospect) {
        List<RegistrationConflict> conflicts = new ArrayList<>();
        LocalDate today = Partners.today(session);
        Optional<Id<DealRegistration>> own = registration.findId();
        try (Stream<DealRegistration> others = session
                .repository(DealRegistration.TYPE)
                .query(DealRegistration.PROSPECT_KEYS.hasAny(prospect.keys()).and(DealRegistration.live(today)))
                .stream()) {
            others.filter(other -> !other.findId().equals(own))
                    .map(other -> RegistrationConflict.with(
                            other.status(today) == RegistrationStatus.APPROVED ? Kind.APPROVED : Kind.SUBMITTED,
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
