package dev.clientele.b2c.purchase;

import com.google.common.collect.Iterables;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Selection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Changes of pending refunds within one transaction: read at once, decided on one by one, stored at once. Not thread-safe. */
final class PendingRefundUpdate {

    private static final int BATCH_SIZE = 1000;

    private final Repository<PendingRefunds> repository;
    private final boolean anew;
    private final Map<Id<PendingRefunds>, PendingRefunds> stored = new HashMap<>();
    private final Map<Id<PendingRefunds>, Draft> drafts = new LinkedHashMap<>();
    private final List<PendingRefunds> settled = new ArrayList<>();

    private record Draft(PendingRefunds before, Map<String, PurchaseHistoryBuilder> histories) {

        void add(Purchase refund, LocalDate day) {
            CurrencyUnit currency = refund.amount().getCurrencyUnit();
            histories
                    .computeIfAbsent(currency.getCode(), code -> PurchaseHistory.builder(currency))
                    .addRefund(day, refund.amount());
        }

        PendingRefunds build() {
            return before.withHistories(histories.values().stream()
                    .map(PurchaseHistoryBuilder::build)
                    .toList());
        }
    }

    private PendingRefundUpdate(CrmSession tx, boolean anew) {
        this.repository = tx.repository(PendingRefunds.TYPE);
        this.anew = anew;
    }

    /** Starts from what is stored under these ids. */
    static PendingRefundUpdate of(CrmSession tx, Set<Id<PendingRefunds>> ids) {
        PendingRefundUpdate update = new PendingRefundUpdate(tx, false);
        for (List<Id<PendingRefunds>> some : Iterables.partition(ids, BATCH_SIZE)) {
            update.remember(update.repository.findAll(some));
        }
        return update;
    }

    /** Starts anew for a person: what isn't added again will be gone. */
    static PendingRefundUpdate anew(CrmSession tx, Id<Person> person) {
        PendingRefundUpdate update = new PendingRefundUpdate(tx, true);
        Selection<PendingRefunds> all = update.repository.query(PendingRefunds.PERSON.is(person));
        Page<PendingRefunds> page = all.page(BATCH_SIZE);
        update.remember(page.items());
        while (page.next().isPresent()) {
            page = all.page(BATCH_SIZE, page.next().get());
            update.remember(page.items());
        }
        return update;
    }

    private void remember(List<PendingRefunds> found) {
        found.forEach(refunds -> stored.put(refunds.id(), refunds));
    }

    /** Takes out the refunds that wait for this purchase, if there are any; none when all is added anew. */
    Optional<PendingRefunds> takeFor(Id<Person> person, Purchase purchase) {
        if (anew) {
            return Optional.empty(); // what is stored is of the time before
        }
        PendingRefunds refunds = stored.remove(PendingRefunds.idOf(person, purchase.key()));
        if (refunds != null) {
            settled.add(refunds);
        }
        return Optional.ofNullable(refunds);
    }

    /**
     * Adds a refund of a purchase that isn't there.
     *
     * @return true if it is the first to wait for that purchase
     */
    boolean add(Id<Person> person, Purchase refund, String original, LocalDate day) {
        Id<PendingRefunds> id = PendingRefunds.idOf(person, original);
        PendingRefunds before = stored.get(id);
        boolean first = !drafts.containsKey(id) && (anew || before == null);
        drafts.computeIfAbsent(id, unseen -> draft(before, person, original)).add(refund, day);
        return first;
    }

    private Draft draft(@Nullable PendingRefunds before, Id<Person> person, String original) {
        Map<String, PurchaseHistoryBuilder> histories = new TreeMap<>();
        if (before == null) {
            return new Draft(PendingRefunds.none(person, original), histories);
        } else if (!anew) {
            before.histories()
                    .forEach(history -> histories.put(history.currency().getCode(), history.toBuilder()));
        }
        return new Draft(before, histories);
    }

    /**
     * Stores all changes.
     *
     * @return false if there were none
     */
    boolean store() {
        if (anew) {
            stored.values().stream()
                    .filter(refunds -> !drafts.containsKey(refunds.id()))
                    .forEach(settled::add);
        }
        List<PendingRefunds> added = new ArrayList<>();
        List<PendingRefunds> changed = new ArrayList<>();
        for (Draft draft : drafts.values()) {
            PendingRefunds refunds = draft.build();
            if (refunds.isNew()) {
                added.add(refunds);
            } else if (!refunds.equals(draft.before())) {
                changed.add(refunds);
            }
        }
        settled.forEach(repository::remove);
        repository.addAll(added);
        repository.saveAll(changed);
        return !settled.isEmpty() || !added.isEmpty() || !changed.isEmpty();
    }
}
