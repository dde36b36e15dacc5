package cn.gdpilot.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class BeanMemoryTest {

    @Test
    @DisplayName("a bean has learnt more, also in what it holds → restored, it knows what it knew before")
    void restored() {
        Learner learner = new Learner();
        learner.learn("before");
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("learner", learner);
        BeanMemory memory = new BeanMemory(beans);
        memory.keep();

        learner.learn("after");
        memory.restore();

        assertThat(learner.knows()).containsExactly("before", "[before]", "{before=known}", "0");
    }

    /** Keeps what it learns in each of the ways that beans have. */
    private static final class Learner {

        private final Notes notes = new Notes();
        private final Map<String, String> map = new ConcurrentHashMap<>();
        private final Cache<String, String> cache = Caffeine.newBuilder().build();
        private volatile String last;

        void learn(String what) {
            last = what;
            notes.all.add(what);
            map.put(what, "known");
            cache.put(what, "known");
        }

        List<String> knows() {
            return List.of(
                    last, notes.all.toString(), map.toString(), cache.asMap().size() + "");
        }
    }

    /** No bean itself. */
    private static final class Notes {

        private final Set<String> all = new LinkedHashSet<>();
    }
}
