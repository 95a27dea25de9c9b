/**
 * Deals with everything that belongs to them, opened by {@link dev.clientele.b2b.deal.Deals}: {@link
 * dev.clientele.b2b.deal.pipeline pipelines and stages}, {@link dev.clientele.b2b.deal.stakeholder stakeholders},
 * {@link dev.clientele.b2b.deal.approval approvals}, {@link dev.clientele.b2b.deal.quote quotes} and {@link
 * dev.clientele.b2b.deal.limit discount limits}.
 */
@NullMarked
package dev.clientele.b2b.deal;

import org.jspecify.annotations.NullMarked;
