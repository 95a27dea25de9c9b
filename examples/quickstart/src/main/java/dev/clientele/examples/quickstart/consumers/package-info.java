/**
 * FoodMart, a chain of supermarkets, as persons with their purchases of 1997 and 1998, and what may be expected of them.
 *
 * <p>{@link dev.clientele.examples.quickstart.consumers.ConsumersLoad} brings the records in; {@link
 * dev.clientele.examples.quickstart.consumers.ConsumerScoring} fits a model of repeat purchasing to the first eighteen months
 * and scores everybody. The last five months are kept back to see how well the model did.
 */
@NullMarked
package dev.clientele.examples.quickstart.consumers;

import org.jspecify.annotations.NullMarked;
