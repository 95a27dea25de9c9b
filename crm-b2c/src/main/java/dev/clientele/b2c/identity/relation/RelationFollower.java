package dev.clientele.b2c.identity.relation;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.MergeFollower;
import dev.clientele.core.entity.Id;
import java.util.List;

/** Computes the relations of persons who are merged, and of those whose merge is undone. */
enum RelationFollower implements MergeFollower<Person> {
    INSTANCE;

    @Override
    public void merged(CrmSession transaction, Id<Person> survivor, Id<Person> absorbed) {
        new RelationWriter(transaction).refresh(List.of(survivor));
    }

    @Override
    public void undone(CrmSession transaction, Id<Person> survivor, Id<Person> absorbed) {
        new RelationWriter(transaction).refresh(List.of(survivor, absorbed));
    }
}
