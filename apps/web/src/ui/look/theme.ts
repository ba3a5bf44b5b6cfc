import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Ten times the salon's accent: its shades are mixed in mantine.css, so that a salon changes them by one variable. */
const accent = Array.from({ length: 10 }, () => 'var(--accent)') as unknown as MantineColorsTuple;

/** For the desk. The variables stand in mantine.css (`withCssVariables` is off), so that the content policy needs no inline style. */
export const theme = createTheme({ primaryColor: 'accent', colors: { accent }, defaultRadius: 'sm' });
