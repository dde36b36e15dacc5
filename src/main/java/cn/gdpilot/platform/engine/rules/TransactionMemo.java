package cn.gdpilot.platform.engine.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers what was read for one transaction: a table with seven inputs asks for the same facts seven times. Whatever the
 * transaction changes itself must be changed before it is asked for.
 */
@Component
public class TransactionMemo {

    /** The value read of that kind for this id; read now if it was not, or without a transaction. */
    public <T> T of(String id, Class<T> kind, Supplier<T> reading) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return reading.get();
        }
        return kind.cast(known().computeIfAbsent(kind.getName() + " " + id, key -> reading.get()));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> known() {
        Map<String, Object> known = (Map<String, Object>) TransactionSynchronizationManager.getResource(this);
        if (known == null) {
            known = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, known);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(TransactionMemo.this);
                }
            });
        }
        return known;
    }
}
