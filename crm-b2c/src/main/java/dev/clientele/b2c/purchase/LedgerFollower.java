package dev.clientele.b2c.purchase;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.MergeFollower;
import dev.clientele.core.entity.Id;
import java.util.List;

/** Computes the ledgers of persons who are merged, and of those whose merge is undone. */
enum LedgerFollower implements MergeFollower<Person> {
    INSTANCE;

    @Override
    public void merged(CrmSession transaction, Id<Person> survivor, Id<Person> absorbed) {
        new IdentityLedgers(transaction).follow(List.of(survivor, absorbed));
    }

    @Override
    public void undone(CrmSession transaction, Id<Person> survivor, Id<Person> absorbed) {
        new IdentityLedgers(transaction).follow(List.of(survivor, absorbed));
    }
}
