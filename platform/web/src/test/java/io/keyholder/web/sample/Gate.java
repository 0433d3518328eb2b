package io.keyholder.web.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds a request in the middle of its change for as long as a test wants. */
@ApplicationScoped
public class Gate {
    private volatile CountDownLatch entered = new CountDownLatch(0);
    private volatile CountDownLatch open = new CountDownLatch(0);

    public void close() {
        entered = new CountDownLatch(1);
        open = new CountDownLatch(1);
    }

    public boolean awaitSomebody() throws InterruptedException {
        return entered.await(20, TimeUnit.SECONDS);
    }

    public void open() {
        open.countDown();
    }

    void pass() {
        entered.countDown();
        try {
            open.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
