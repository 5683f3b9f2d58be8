import { lazy, Suspense } from 'react';
import { ScorecardPage } from '../features/scorecard/scorecard-page.tsx';
import { useScreen } from '../state/screen.ts';
import { useView } from '../state/use-view.ts';
import { useDocumentTitle } from './document-title.ts';
import { EmptyService } from './empty-service.tsx';
import { FreshnessLine } from './freshness.tsx';
import { MissingPage } from './missing-page.tsx';
import { ServiceNotices } from './service-notices.tsx';

// The scorecard is what most addresses open: it travels with the shell. The others come when they are asked for.
const IndicatorPage = lazy(() =>
  import('../features/indicator/indicator-page.tsx').then((file) => ({ default: file.IndicatorPage })),
);
const ReviewPage = lazy(() =>
  import('../features/review/review-page.tsx').then((file) => ({ default: file.ReviewPage })),
);
const GoalsPage = lazy(() => import('../features/goals/goals-page.tsx').then((file) => ({ default: file.GoalsPage })));
const TeamsPage = lazy(() => import('../features/teams/teams-page.tsx').then((file) => ({ default: file.TeamsPage })));
const DataPage = lazy(() => import('../features/data/data-page.tsx').then((file) => ({ default: file.DataPage })));
const DisplaysPage = lazy(() =>
  import('../features/displays/displays-page.tsx').then((file) => ({ default: file.DisplaysPage })),
);
const PeoplePage = lazy(() =>
  import('../features/people/people-page.tsx').then((file) => ({ default: file.PeoplePage })),
);

/** What concerns more than one figure of a page, and the clocks for which a phone's bar has no room. */
function PageNotices() {
  const screen = useScreen();
  return (
    <>
      {screen === 'phone' ? <FreshnessLine place="notices" /> : null}
      <ServiceNotices />
    </>
  );
}

export function Routes() {
  const view = useView();
  useDocumentTitle(view);
  switch (view.page) {
    case 'scorecard':
      return (
        <ScorecardPage
          view={view}
          notices={<ServiceNotices />}
          empty={<EmptyService />}
          freshness={<FreshnessLine place="head" />}
        />
      );
    case 'indicator':
      return (
        <Suspense fallback={null}>
          <IndicatorPage view={view} notices={<PageNotices />} empty={<EmptyService />} />
        </Suspense>
      );
    case 'review':
      return (
        <Suspense fallback={null}>
          <ReviewPage view={view} notices={<PageNotices />} empty={<EmptyService />} />
        </Suspense>
      );
    case 'teams':
      return (
        <Suspense fallback={null}>
          <TeamsPage view={view} notices={<PageNotices />} empty={<EmptyService />} />
        </Suspense>
      );
    case 'goals':
      return (
        <Suspense fallback={null}>
          <GoalsPage view={view} notices={<PageNotices />} empty={<EmptyService />} />
        </Suspense>
      );
    case 'data':
      return (
        <Suspense fallback={null}>
          <DataPage view={view} notices={<PageNotices />} empty={<EmptyService />} />
        </Suspense>
      );
    case 'people':
      return (
        <Suspense fallback={null}>
          <PeoplePage view={view} notices={<ServiceNotices />} />
        </Suspense>
      );
    case 'displays':
      return (
        <Suspense fallback={null}>
          <DisplaysPage view={view} notices={<PageNotices />} />
        </Suspense>
      );
    case 'sign-in':
    case 'invitation':
      return null;
    case 'missing':
      return <MissingPage path={view.path} />;
  }
}
