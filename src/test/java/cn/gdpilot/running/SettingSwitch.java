package cn.gdpilot.running;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.util.AopTestUtils;
import org.springframework.util.ReflectionUtils;

/** Gives the running application another setting, and takes it back; see {@link OtherSetting}. */
class SettingSwitch {

    private final ConfigurableApplicationContext application;
    private final List<Runnable> back = new ArrayList<>();

    SettingSwitch(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /** All beans as they were made at the start. */
    void back() {
        back.forEach(Runnable::run);
        back.clear();
    }

    /** The beans as that class wants them. */
    void set(Class<?> test) {
        OtherSetting wanted = AnnotatedElementUtils.findMergedAnnotation(test, OtherSetting.class);
        if (wanted != null) {
            for (String bean : wanted.readBy()) {
                set(wanted.value(), AopTestUtils.getUltimateTargetObject(application.getBean(bean)));
            }
        }
    }

    /** The living bean stays, others hold it; it takes over what one has that is made with the setting. */
    private void set(String setting, Object bean) {
        String name = "another setting";
        TestPropertyValues.of(setting).applyTo(application.getEnvironment(), TestPropertyValues.Type.MAP, name);
        try {
            Object made = application
                    .getBeanFactory()
                    .autowire(bean.getClass(), AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
            for (Field field : bean.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    Object before = ReflectionUtils.getField(field, bean);
                    back.add(() -> ReflectionUtils.setField(field, bean, before));
                    ReflectionUtils.setField(field, bean, ReflectionUtils.getField(field, made));
                }
            }
        } finally {
            application.getEnvironment().getPropertySources().remove(name);
        }
    }
}
