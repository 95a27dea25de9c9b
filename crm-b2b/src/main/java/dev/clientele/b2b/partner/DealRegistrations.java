package dev.clientele.b2b.partner;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.StaleVersionException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The deal registrations of the session's tenant. Thread-safe unless the session is that of a transaction.
 *
 * <p>Who may see and decide on registrations is the access policy's matter; beyond it holds that nobody decides on one
 * that they have handed in. Days are those of the session clock's zone. A registration is decided on as it is stored:
 * if somebody else has changed it since it was read, nothing happens and a {@link
 * dev.clientele.core.error.StaleVersionException} says so.
 */
public final class DealRegistrations extends ForwardingRepository<DealRegistration> {

    private final CrmSession session;

    /** Opens the deal registrations of a session. */
    public DealRegistrations(CrmSession session) {
        super(session.repository(DealRegistration.TYPE));
        this.session = session;
    }

    /**
     * Submits a registration, and finds what conflicts with it. One with a known external id isn't stored again.
     *
     * @throws InvalidException if the account that registers isn't a partner today
     */
    public RegistrationSubmission submit(DealRegistration registration) {
        return session.inTransaction(tx -> {
            DealRegistrations registrations = new DealRegistrations(tx);
            Optional<String> externalId = registration.find(DealRegistration.EXTERNAL_ID);
            Optional<DealRegistration> known = externalId.flatMap(id ->
                    registrations.query(DealRegistration.EXTERNAL_ID.is(id)).first());
            DealRegistration stored = known.orElseGet(() -> {
                tx.rely(Partners.requirePartner(
                        tx, registration.partner(), DealRegistration.TYPE.name(), DealRegistration.PARTNER.name()));
                DealRegistration submitted =
                        registration.submitted(tx.actor(), tx.now(), Prospect.of(tx, registration));
                return externalId.isPresent() ? registrations.getOrAdd(submitted) : registrations.add(submitted);
            });
            return new RegistrationSubmission(stored, registrations.conflicts(stored));
        });
    }

    /** Finds the conflicts of a registration today, as far as the actor may see them. */
    public List<RegistrationConflict> conflicts(DealRegistration registration) {
        return session.inSnapshot(snapshot ->
                RegistrationConflictSearch.find(snapshot, registration, Prospect.of(snapshot, registration)));
    }

    /**
     * Approves a registration, no open deal passed over; otherwise as {@link #approve(DealRegistration, LocalDate,
     * String, Collection)}.
     */
    public DealRegistration approve(DealRegistration registration, LocalDate validUntil, String note) {
        return approve(registration, validUntil, note, Set.of());
    }

    /**
     * Approves a registration: no other one of the prospect can be approved up to and on a day. The first approval
     * wins, also when two are decided on at the same moment.
     *
     * @param validUntil the last day, not before today
     * @param note the reason
     * @param passedOver open deals with the company that the approver knows of and that aren't to stand in the way
     * @throws RegistrationConflictException with all conflicts that block
     * @throws DeniedException if the actor has handed it in
     * @throws InvalidException if it was decided on already, or the day is before today
     */
    public DealRegistration approve(
            DealRegistration registration, LocalDate validUntil, String note, Collection<Id<Opportunity>> passedOver) {
        return guarded(() -> session.inTransaction(tx -> {
            DealRegistration current = lock(tx, registration);
            requireOther(current);
            requireStatus(tx, current, RegistrationStatus.SUBMITTED);
            Set<String> keys = requireFree(tx, current, validUntil, deal -> !passedOver.contains(deal));
            return tx.repository(DealRegistration.TYPE)
                    .save(current.decided(RegistrationStatus.APPROVED, tx.actor(), tx.now(), note)
                            .with(DealRegistration.VALID_UNTIL, validUntil)
                            .with(DealRegistration.PROSPECT_KEYS, keys));
        }));
    }

    /**
     * Rejects a registration.
     *
     * @param note the reason
     * @throws DeniedException if the actor has handed it in
     * @throws InvalidException if it was decided on already
     */
    public DealRegistration reject(DealRegistration registration, String note) {
        return session.inTransaction(tx -> {
            DealRegistration current = lock(tx, registration);
            requireOther(current);
            requireStatus(tx, current, RegistrationStatus.SUBMITTED);
            return tx.repository(DealRegistration.TYPE)
                    .save(current.decided(RegistrationStatus.REJECTED, tx.actor(), tx.now(), note));
        });
    }

    /**
     * Extends the protection of an approved registration, also if it has expired and no other was approved meanwhile.
     * Deals that are open with the company by now don't stand in the way.
     *
     * @param validUntil the last day, not before today
     * @throws RegistrationConflictException if the prospect is somebody else's by now
     * @throws DeniedException if the actor has handed it in
     * @throws InvalidException if it isn't granted, or the day is before today
     */
    public DealRegistration extend(DealRegistration registration, LocalDate validUntil) {
        return guarded(() -> session.inTransaction(tx -> {
            DealRegistration current = lock(tx, registration);
            requireOther(current);
            requireStatus(tx, current, RegistrationStatus.APPROVED, RegistrationStatus.EXPIRED);
            Set<String> keys = requireFree(tx, current, validUntil, deal -> false);
            return tx.repository(DealRegistration.TYPE)
                    .save(current.with(DealRegistration.VALID_UNTIL, validUntil)
                            .with(DealRegistration.PROSPECT_KEYS, keys));
        }));
    }

    /**
     * Withdraws a registration that is submitted or approved; the prospect is free again.
     *
     * @param note the reason
     * @throws InvalidException if it is refused, over, given up or converted
     */
    public DealRegistration withdraw(DealRegistration registration, String note) {
        return session.inTransaction(tx -> {
            DealRegistration current = lock(tx, registration);
            requireStatus(tx, current, RegistrationStatus.SUBMITTED, RegistrationStatus.APPROVED);
            new ProspectClaims(tx).release(current.id());
            return tx.repository(DealRegistration.TYPE)
                    .save(current.with(DealRegistration.STATUS, RegistrationStatus.WITHDRAWN)
                            .with(DealRegistration.STATUS_NOTE, note));
        });
    }

    /**
     * Converts an approved registration to a new deal sourced by the partner, all or nothing, once. The deal is with
     * the registration's account or, if it names none, with a new one.
     *
     * @param name the deal's name
     * @throws InvalidException if it isn't granted, or its time is over
     */
    public RegisteredDeal convert(DealRegistration registration, Pipeline pipeline, String name) {
        return convert(registration, registration.get(DealRegistration.ACCOUNT), pipeline, name);
    }

    /**
     * Converts an approved registration to a new deal of an account that was found to be the prospect's; otherwise as
     * {@link #convert(DealRegistration, Pipeline, String)}.
     *
     * @param account the deal's account, or null for a new one
     */
    public RegisteredDeal convert(
            DealRegistration registration, @Nullable Id<Account> account, Pipeline pipeline, String name) {
        return session.inTransaction(tx -> {
            DealRegistration current = lock(tx, registration);
            requireStatus(tx, current, RegistrationStatus.APPROVED);
            return new RegistrationConverter(tx, current).convertToNewDeal(account, pipeline, name);
        });
    }

    /**
     * Converts an approved registration to a deal that is open already, and marks the deal as sourced by the partner.
     *
     * @throws InvalidException if it isn't granted or its time is over; or the deal is closed, with another account than the
     *     registration names, or brought by another partner
     * @throws dev.clientele.core.error.NotFoundException if there is no such deal
     */
    public RegisteredDeal convert(DealRegistration registration, Id<Opportunity> deal) {
        return session.inTransaction(tx -> {
            DealRegistration current = lock(tx, registration);
            requireStatus(tx, current, RegistrationStatus.APPROVED);
            return new RegistrationConverter(tx, current).convertToExistingDeal(deal);
        });
    }

    /** Checks that nothing blocks the registration and claims the prospect. */
    private static Set<String> requireFree(
            CrmSession tx, DealRegistration registration, LocalDate until, Predicate<Id<Opportunity>> standsInTheWay) {
        if (until.isBefore(Partners.today(tx))) {
            throw invalid(DealRegistration.VALID_UNTIL.name(), "must not be before today, got " + until);
        }
        Prospect prospect = Prospect.of(tx, registration);
        List<RegistrationConflict> blocking = RegistrationConflictSearch.find(tx, registration, prospect).stream()
                .filter(RegistrationConflict::blocks)
                .filter(conflict -> conflict.deal().map(standsInTheWay::test).orElse(true))
                .toList();
        if (!blocking.isEmpty()) {
            throw new RegistrationConflictException(blocking, null);
        }
        new ProspectClaims(tx).claim(prospect.keys(), registration.id(), until);
        return prospect.keys();
    }

    /**
     * Returns a registration as it is stored, for a change: who was decided on meanwhile is told so, and then who was changed.
     */
    private static DealRegistration lock(CrmSession tx, DealRegistration seen) {
        DealRegistration stored = tx.repository(DealRegistration.TYPE).getForUpdate(seen.id());
        boolean same = stored.require(DealRegistration.STATUS) == seen.require(DealRegistration.STATUS);
        if (same && stored.version() != seen.version()) {
            throw new StaleVersionException(List.of(seen.id().value()), null);
        }
        return stored;
    }

    private void requireOther(DealRegistration registration) {
        if (session.actor().toString().equals(registration.get(DealRegistration.SUBMITTED_BY))) {
            throw new DeniedException(DealRegistration.TYPE.name(), "nobody decides on a registration of their own");
        }
    }

    private static void requireStatus(CrmSession tx, DealRegistration registration, RegistrationStatus... allowed) {
        RegistrationStatus status = registration.status(Partners.today(tx));
        if (!Set.of(allowed).contains(status)) {
            throw invalid(DealRegistration.STATUS.name(), "is " + status + " already");
        }
    }

    private static InvalidException invalid(String field, String reason) {
        return InvalidException.of(DealRegistration.TYPE.name(), field, reason);
    }

    private static DealRegistration guarded(Supplier<DealRegistration> decision) {
        try {
            return decision.get();
        } catch (DuplicateException e) {
            if (!e.type().equals(ProspectClaim.TYPE.name())) {
                throw e;
            }
            throw new RegistrationConflictException(List.of(RegistrationConflict.meanwhile()), e);
        }
    }
}
