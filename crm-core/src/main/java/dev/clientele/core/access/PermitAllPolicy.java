package dev.clientele.core.access;

import dev.clientele.persistence.criteria.Criteria;

/** The policy without restrictions. */
enum PermitAllPolicy implements AccessPolicy {
    INSTANCE;

    @Override
    public Criteria readable(Actor actor, String type) {
        return Criteria.always();
    }

    @Override
    public Criteria writable(Actor actor, String type) {
        return Criteria.always();
    }

    @Override
    public Criteria computable(Actor actor, String type) {
        return Criteria.always();
    }

    @Override
    public Criteria erasable(Actor actor, String log) {
        return Criteria.always();
    }
}
