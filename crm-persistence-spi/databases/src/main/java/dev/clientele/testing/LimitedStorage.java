package dev.clientele.testing;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.tck.ForwardingStorage;
import java.util.function.Predicate;

/** A storage that can push down only some of what another can. */
public final class LimitedStorage extends ForwardingStorage {

    private final Predicate<Criteria> pushesDown;

    /**
     * Creates a storage over another.
     *
     * @param storage the other
     * @param pushesDown tells whether it takes a comparison
     */
    public LimitedStorage(Storage storage, Predicate<Criteria> pushesDown) {
        super(storage);
        this.pushesDown = pushesDown;
    }

    @Override
    public boolean supports(Criteria atom) {
        return pushesDown.test(atom);
    }
}
