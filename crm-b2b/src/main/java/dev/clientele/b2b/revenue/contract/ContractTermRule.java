package dev.clientele.b2b.revenue.contract;

import dev.clientele.core.CrmSession;
import dev.clientele.core.WriteRule;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.RecordWrite;
import dev.clientele.core.error.InvalidException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rule over the terms of contracts, by whatever door they are written: a term renews one that wasn't terminated, and follows
 * from it; one that was renewed is neither terminated nor counted otherwise. It is asked again after the write, since a term
 * that renews another is found only then if it was stored in between. Immutable and thread-safe.
 */
public final class ContractTermRule implements WriteRule<Contract> {

    private static final List<Field<Contract, ?>> COUNTED =
            List.of(Contract.FIRST_TERM_START, Contract.TERM_MONTHS, Contract.RENEWALS, Contract.STARTS_ON);

    /** Creates the rule. */
    public ContractTermRule() {}

    @Override
    public boolean isAskedAgain() {
        return true;
    }

    @Override
    public void check(CrmSession transaction, List<RecordWrite<Contract>> writes) {
        Map<Id<Contract>, Contract> written = new HashMap<>();
        Set<Id<Contract>> previous = new HashSet<>();
        Set<Id<Contract>> settled = new HashSet<>();
        for (RecordWrite<Contract> write : writes) {
            Contract after = write.after();
            if (after == null) {
                continue;
            }
            written.put(after.id(), after);
            if (write.isAdded() || changesTerms(write)) {
                after.find(Contract.PREVIOUS).ifPresent(previous::add);
            }
            if (!write.isAdded() && (changesTerms(write) || (after.isTerminated() && isNewlyEnded(write)))) {
                settled.add(after.id());
            }
        }
        requireFollowing(transaction, written, previous);
        requireNotRenewed(transaction, settled);
    }

    private static boolean changesTerms(RecordWrite<Contract> write) {
        return COUNTED.stream().anyMatch(write::changes);
    }

    private static boolean isNewlyEnded(RecordWrite<Contract> write) {
        Contract before = Objects.requireNonNull(write.before());
        return !before.isTerminated() || write.changes(Contract.ENDS_ON);
    }

    private static void requireFollowing(
            CrmSession transaction, Map<Id<Contract>, Contract> written, Set<Id<Contract>> previous) {
        if (previous.isEmpty()) {
            return;
        }
        Map<Id<Contract>, Contract> terms = new HashMap<>();
        transaction.repository(Contract.TYPE).findAll(previous).forEach(term -> terms.put(term.id(), term));
        for (Contract term : terms.values()) {
            if (!written.containsKey(term.id())) {
                transaction.rely(term);
            }
        }
        terms.putAll(written);
        for (Contract next : written.values()) {
            Contract before = next.find(Contract.PREVIOUS).map(terms::get).orElse(null);
            if (before != null && previous.contains(before.id())) {
                requireFollowing(before, next);
            }
        }
    }

    private static void requireFollowing(Contract before, Contract next) {
        if (before.isTerminated()) {
            throw invalid(Contract.END_REASON, "it was ended");
        } else if (!before.account().equals(next.account())
                || !before.require(Contract.FIRST_TERM_START).equals(next.require(Contract.FIRST_TERM_START))
                || !before.require(Contract.TERM_MONTHS).equals(next.require(Contract.TERM_MONTHS))
                || before.require(Contract.RENEWALS) + 1 != next.require(Contract.RENEWALS)) {
            throw invalid(Contract.PREVIOUS, "must be the term just before, of the same contract");
        }
    }

    private static void requireNotRenewed(CrmSession transaction, Set<Id<Contract>> terms) {
        if (terms.isEmpty()) {
            return;
        }
        try (Stream<Contract> renewals =
                transaction.repository(Contract.TYPE).query(Contract.PREVIOUS.in(terms)).stream()) {
            if (renewals.findAny().isPresent()) {
                throw invalid(Contract.ENDS_ON, "it was renewed already");
            }
        }
    }

    private static InvalidException invalid(Field<Contract, ?> field, String reason) {
        return InvalidException.of(Contract.TYPE.name(), field.name(), reason);
    }
}
