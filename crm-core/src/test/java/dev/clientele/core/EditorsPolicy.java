package dev.clientele.core;

import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.persistence.criteria.Criteria;

/** Lets everybody see and edit everything, and says nothing of other rights. */
final class EditorsPolicy implements AccessPolicy {

    @Override
    public Criteria readable(Actor actor, String type) {
        return Criteria.always();
    }

    @Override
    public Criteria writable(Actor actor, String type) {
        return Criteria.always();
    }
}
