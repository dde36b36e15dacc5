package cn.gdpilot.platform.engine.guard;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.BeanFactory;

/**
 * The beans that expressions of models may name: delegates, task listeners and a short list of readers. Everything
 * else of the application does not exist for a model. Beans are looked up when they are asked for, since they need
 * the engine that needs this map.
 */
class ModelBeans extends AbstractMap<Object, Object> {

    private final BeanFactory beans;
    private final Set<String> readers;

    ModelBeans(BeanFactory beans, Set<String> readers) {
        this.beans = beans;
        this.readers = readers;
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String bean
                && beans.containsBean(bean)
                && (readers.contains(bean)
                        || beans.isTypeMatch(bean, JavaDelegate.class)
                        || beans.isTypeMatch(bean, TaskListener.class));
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return Set.of();
    }
}
