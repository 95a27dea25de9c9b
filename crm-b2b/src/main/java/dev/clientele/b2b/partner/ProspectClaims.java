package dev.clientele.b2b.partner;

import dev.clientele.b2b.partner.RegistrationConflict.RegistrationConflictKind;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The claims on prospects within one transaction. Approving or extending a registration writes a claim under each key
 * of its prospect: of two who do so at the same time one finds the key taken or the claim changed.
 */
final class ProspectClaims {

    private final CrmSession tx;
    private final Repository<ProspectClaim> claims;
    private final LocalDate today;

    ProspectClaims(CrmSession tx) {
        this.tx = tx;
        this.claims = tx.repository(ProspectClaim.TYPE);
        this.today = Partners.today(tx);
    }

    /** Claims a prospect for a registration, also from registrations that have expired. */
    void claim(Set<String> keys, Id<DealRegistration> registration, LocalDate until) {
        List<ProspectClaim> taken = read(keys, registration);
        List<RegistrationConflict> conflicts = taken.stream()
                .filter(claim -> !claim.isFreeFor(registration, today))
                .map(claim -> claim.require(ProspectClaim.REGISTRATION))
                .distinct()
                .map(holder -> RegistrationConflict.with(RegistrationConflictKind.APPROVED, holder))
                .toList();
        if (!conflicts.isEmpty()) {
            throw new RegistrationConflictException(conflicts, null);
        }
        taken.forEach(tx::rely); // whoever takes one of them meanwhile, we look again
        claims.saveAll(taken.stream()
                .map(claim -> claim.withHolder(registration, until))
                .toList());
        Set<String> free = new HashSet<>(keys);
        taken.forEach(claim -> free.remove(claim.require(ProspectClaim.KEY)));
        List<ProspectClaim> added = claims.getOrAddAll(free.stream()
                .sorted()
                .map(key -> ProspectClaim.of(key, registration, until))
                .toList());
        added.stream()
                .filter(claim -> !claim.require(ProspectClaim.REGISTRATION).equals(registration))
                .findFirst()
                .ifPresent(claim -> {
                    throw new RegistrationConflictException(List.of(RegistrationConflict.meanwhile()), null);
                });
    }

    /** Releases a registration's claims. */
    void release(Id<DealRegistration> registration) {
        read(Set.of(), registration).forEach(claim -> claims.remove(tx.rely(claim)));
    }

    /** Returns the claims under some keys and those of a registration. */
    private List<ProspectClaim> read(Set<String> keys, Id<DealRegistration> registration) {
        try (Stream<ProspectClaim> found =
                claims.query(ProspectClaim.KEY.in(keys).or(ProspectClaim.REGISTRATION.is(registration))).stream()) {
            return new ArrayList<>(found.toList());
        }
    }
}
