package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.platform.engine.offered.OfferedBeans;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.BeanFactory;

/**
 * The beans that models may name: steps and readers that say so by their annotation. Everything
 * else of the application does not exist for a model. Beans are looked up when they are asked for, since they need
 * the engine that needs this map.
 */
class ModelBeans extends AbstractMap<Object, Object> implements KnownBeans {

    private final BeanFactory beans;
    private final ExpressionNames names;

    ModelBeans(BeanFactory beans, ExpressionNames names) {
        this.beans = beans;
        this.names = names;
    }

    @Override
    public boolean isDelegate(String name) {
        return OfferedBeans.all().isStep(name) && is(name, JavaDelegate.class);
    }

    /** Name of the reader that this is; empty if it is none. */
    String readerName(Object bean) {
        return names.readers().stream()
                .filter(name -> beans.containsBean(name) && beans.getBean(name) == bean)
                .findFirst()
                .orElse("");
    }

    private boolean is(String name, Class<?> kind) {
        return !name.isEmpty() && beans.containsBean(name) && beans.isTypeMatch(name, kind);
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String bean
                && (isDelegate(bean) || names.readers().contains(bean));
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
