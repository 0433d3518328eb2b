package io.keyholder.rbac.decision;

import io.keyholder.rbac.decision.model.Explanation;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answers to many questions. */
@Schema(name = "AccessCheckBatch", description = "The answers, in the order of the questions.")
record CheckBatchAnswer(List<CheckAnswer> results) {

    static CheckBatchAnswer of(List<Explanation> explanations) {
        return new CheckBatchAnswer(explanations.stream().map(CheckAnswer::of).toList());
    }
}
