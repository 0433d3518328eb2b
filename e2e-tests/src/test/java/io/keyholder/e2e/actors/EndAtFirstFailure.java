package io.keyholder.e2e.actors;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** For a class whose tests are the steps of one story: what comes after a step that failed would fail for no reason. */
public final class EndAtFirstFailure implements TestExecutionExceptionHandler, ExecutionCondition {

    private static final Namespace HERE = Namespace.create(EndAtFirstFailure.class);

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        context.getRoot().getStore(HERE).put(context.getRequiredTestClass(), context.getDisplayName());
        throw failure;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getTestClass()
                .map(test -> context.getRoot().getStore(HERE).get(test))
                .map(step -> ConditionEvaluationResult.disabled("the story ended at " + step))
                .orElse(ConditionEvaluationResult.enabled("the story goes on"));
    }
}
