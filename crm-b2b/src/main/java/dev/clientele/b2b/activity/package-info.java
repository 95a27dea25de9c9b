/**
 * What people write down about accounts, contacts, deals and leads. {@link dev.clientele.b2b.activity.Notes} puts it on the
 * timeline that everything else that happens stands on ({@link dev.clientele.core.interaction}), for those who may see the
 * record.
 */
@NullMarked
package dev.clientele.b2b.activity;

import org.jspecify.annotations.NullMarked;
